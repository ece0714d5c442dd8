using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Primitives;

namespace AmoCrmQualification.Api.Http.Auth;

/// <summary>Bounds what a share link asks by its filter, before anything else of the request is looked at.</summary>
internal sealed class ShareGate : IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        var http = context.HttpContext;
        if (http.Features.Get<ShareGrant>() is not { Link: var link })
            return;
        var query = new Dictionary<string, StringValues>(http.Request.Query, StringComparer.OrdinalIgnoreCase);
        ShareBounds.Apply(link, query);
        http.Request.Query = new QueryCollection(query);
    }

    public void OnResourceExecuted(ResourceExecutedContext context) { }
}
