using AmoCrmQualification.Api.Campaigns;
using AmoCrmQualification.Api.Http.Auth;
using AmoCrmQualification.Api.Http.Errors;
using AmoCrmQualification.Api.Http.OpenApi;
using AmoCrmQualification.Domain.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AmoCrmQualification.Api;

/// <summary>Completes the OpenAPI document with keys, schemas, problems and examples.</summary>
internal static class OpenApiSetup
{
    private const string Key = "key";
    private const string Session = "session";

    public static void Apply(OpenApiOptions options)
    {
        options.AddDocumentTransformer(
            (document, _, _) =>
            {
                document.Info.Title = "AmoCrmQualification";
                document.Info.Description = "Ad creatives measured by the leads that qualify and buy.";
                document.Servers?.Clear();
                document.Components ??= new OpenApiComponents();
                document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
                document.Components.SecuritySchemes[Key] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http,
                    Scheme = "bearer",
                    Description = "The operator's key, a key of one account, or a JWT of the platform that was configured.",
                };
                document.Components.SecuritySchemes[Session] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.ApiKey,
                    In = ParameterLocation.Cookie,
                    Name = SessionCookie.Name,
                    Description = $"Set by signing in. Requests that change data also need the header {CsrfGate.Header}.",
                };
                return Task.CompletedTask;
            }
        );
        // Our converters say nothing of the shape they write.
        options.AddSchemaTransformer(
            (schema, context, _) =>
            {
                var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
                if (type != typeof(string) && type != typeof(DateTimeOffset))
                    return Task.CompletedTask;
                var isNullable = context.JsonPropertyInfo is { IsGetNullable: true } || type != context.JsonTypeInfo.Type;
                schema.Type = isNullable ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
                schema.Format = type == typeof(DateTimeOffset) ? "date-time" : null;
                return Task.CompletedTask;
            }
        );
        options.AddSchemaTransformer<OptionalShape>();
        options.AddSchemaTransformer<AdSpendShape>();
        options.AddOperationTransformer<AdSpendBodies>();
        options.AddSchemaTransformer<ProblemShape>();
        options.AddOperationTransformer(
            (operation, context, _) =>
            {
                var metadata = context.Description.ActionDescriptor.EndpointMetadata;
                if (metadata.OfType<IAllowAnonymous>().Any())
                    return Task.CompletedTask;

                operation.Security =
                [
                    .. SchemesOf(context.Description)
                        .Select(scheme => new OpenApiSecurityRequirement
                        {
                            [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [],
                        }),
                ];
                foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
                    if (parameter.Name == TenantGate.Parameter)
                        parameter.Required = true;
                return Task.CompletedTask;
            }
        );
        options.AddOperationTransformer<RouteProblems>();
        options.AddOperationTransformer<RouteExamples>();
    }

    /// <summary>The description as <c>/openapi/v1.json</c> gives it, from a service that has not started.</summary>
    public static async Task<string> DescribeAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        var description = app.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>("v1");
        var document = await description.GetOpenApiDocumentAsync(cancellationToken);
        return await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellationToken);
    }

    private static string[] SchemesOf(ApiDescription route) =>
        RouteRights.Find(route.HttpMethod!, route.RelativePath!) is Right.OwnSession ? [Session] : [Key, Session];
}
