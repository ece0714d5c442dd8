using Microsoft.AspNetCore.Authorization;

namespace AmoCrmQualification.Api.Http.Auth;

/// <summary>
/// The caller has the right that <see cref="RouteRights"/> names for the route; a share link has no right but to the routes of
/// its page.
/// </summary>
internal sealed class RouteRequirement : AuthorizationHandler<RouteRequirement>, IAuthorizationRequirement
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RouteRequirement requirement)
    {
        if (context.Resource is HttpContext http && MayUse(http))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }

    private static bool MayUse(HttpContext http) =>
        http.Features.Get<ShareGrant>() is { Link.Page: var page }
            ? RouteRights.RouteOf(http) is { } route && SharedRoutes.Has(page, route)
            : RouteRights.Needed(http) is { } right && http.User.Has(right);
}
