using Microsoft.AspNetCore.Authorization;

namespace AmoCrmQualification.Api.Http.Auth;

/// <summary>The caller has the right that <see cref="RouteRights"/> names for the route.</summary>
internal sealed class RouteRequirement : AuthorizationHandler<RouteRequirement>, IAuthorizationRequirement
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RouteRequirement requirement)
    {
        if (context.Resource is HttpContext http && RouteRights.Needed(http) is { } right && context.User.Has(right))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
