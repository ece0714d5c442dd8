using AmoCrmQualification.Application.Webhooks;
using FluentValidation;

namespace AmoCrmQualification.Application;

/// <summary>
/// The classes that handlers share parts of their work in. They are known by their form, so that no list has to be kept:
/// a class whose constructor asks for ports, the clock, the service's address and other parts, and for nothing else.
/// </summary>
internal static class HandlerParts
{
    public static bool Contains(Type type) =>
        type is { IsClass: true, IsAbstract: false, IsNested: false, IsGenericType: false }
        && !type.IsAssignableTo(typeof(IBaseRequest))
        && !type.IsAssignableTo(typeof(IValidator))
        && !type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>))
        && type.GetConstructors() is [var only]
        && only.GetParameters() is { Length: > 0 } parameters
        && parameters.All(parameter => IsService(parameter.ParameterType));

    private static bool IsService(Type type) =>
        type == typeof(TimeProvider)
        || type == typeof(PublicAddress)
        || (type.IsInterface && !type.Namespace!.StartsWith("System", StringComparison.Ordinal))
        || (
            type.IsGenericType
            && type.GetGenericTypeDefinition() == typeof(IEnumerable<>)
            && IsService(type.GenericTypeArguments[0])
        )
        || Contains(type);
}
