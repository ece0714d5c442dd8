using AmoCrmQualification.Application.Data;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace AmoCrmQualification.Infrastructure.Persistence;

/// <summary>Stores ids as uuid and bigint, and enums as the contract's words.</summary>
internal static class ModelConventions
{
    public static void Apply(ModelConfigurationBuilder builder)
    {
        // Each index says in its configuration which query it is for; none comes by itself.
        builder.Conventions.Remove<ForeignKeyIndexConvention>();

        builder.Properties<AmoDomain>().HaveConversion<AmoDomainConverter>();
        foreach (var type in typeof(ITypedId<>).Assembly.GetTypes().Concat(typeof(IAppDbContext).Assembly.GetTypes()))
            if (ConverterFor(type) is { } converter)
                builder.Properties(type).HaveConversion(converter);
    }

    private static Type? ConverterFor(Type type)
    {
        if (!type.IsValueType || type.ContainsGenericParameters)
            return null;
        if (type.IsEnum)
            return typeof(SnakeCaseEnumConverter<>).MakeGenericType(type);
        var id = Array.Find(type.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>));
        return id is null ? null : typeof(TypedIdConverter<,>).MakeGenericType(type, id.GenericTypeArguments[0]);
    }
}
