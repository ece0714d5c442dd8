using AmoCrmQualification.Api.Http.Auth;
using AmoCrmQualification.Api.Http.Errors;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AmoCrmQualification.Api.Http.OpenApi;

/// <summary>Describes the problems of a route: those of its attributes, and those that follow from its shape.</summary>
internal sealed class RouteProblems : IOpenApiOperationTransformer
{
    public async Task TransformAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var problems = From(operation, context).ToLookup(problem => Problems.GetStatus(problem.Code));
        if (problems.Count == 0)
            return;
        var content = await ProblemShape.ContentAsync(context, cancellationToken);
        operation.Responses ??= [];
        foreach (var status in problems.OrderBy(problem => problem.Key))
            operation.Responses[$"{status.Key}"] = new OpenApiResponse { Description = Describe(status), Content = content };
    }

    private static string Describe(IEnumerable<ProblemAttribute> problems)
    {
        var codes =
            from problem in problems
            group problem.Reasons by problem.Code into reasons
            let known = reasons.SelectMany(some => some).Distinct(StringComparer.Ordinal).Select(reason => $"`{reason}`")
            select $"`{reasons.Key}` ({string.Join(", ", known)})";
        return $"{string.Join(" or ", codes)}, see docs/problems.md.";
    }

    private static IEnumerable<ProblemAttribute> From(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var route = context.Description.ActionDescriptor;
        var changes = context.Description.HttpMethod != HttpMethods.Get;
        var own = route.EndpointMetadata.OfType<ProblemAttribute>();
        var caller = route.EndpointMetadata.OfType<IAllowAnonymous>().Any() ? [] : CommonProblems.OfCaller(changes);
        if (route is not ControllerActionDescriptor)
            return [.. own, .. caller];

        var parameters = operation.Parameters ?? [];
        return
        [
            .. own,
            .. caller,
            .. route.EndpointMetadata.OfType<CallsAmoCrmAttribute>().SelectMany(_ => CommonProblems.OfAmoCrm),
            .. parameters.Any(parameter => parameter.Name == TenantGate.Parameter) ? CommonProblems.OfTenant : [],
            .. parameters.Count > 0 ? CommonProblems.OfParameters : [],
            .. operation.RequestBody is not null ? CommonProblems.OfBody : [],
            .. CommonProblems.OfService(changes),
        ];
    }
}
