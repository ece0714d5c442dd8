using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Application;

public static class RequestHandlers
{
    /// <summary>Registers the handlers of an assembly: those of queries with SQL text are not in this one.</summary>
    public static IServiceCollection AddRequestHandlers(this IServiceCollection services, Assembly assembly) =>
        services.Scan(scan =>
            scan.FromAssemblies(assembly)
                .AddClasses(types => types.AssignableTo(typeof(IRequestHandler<,>)), publicOnly: false)
                .AsImplementedInterfaces(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>))
                .WithTransientLifetime()
        );
}
