using AmoCrmQualification.Domain.Sharing;

namespace AmoCrmQualification.Api.Http.Auth;

/// <summary>The routes that a share link reads: those of its page and nothing else.</summary>
internal static class SharedRoutes
{
    private const string Head = "GET api/share-links/current";

    private static readonly Dictionary<SharePage, string[]> s_routes = new()
    {
        [SharePage.Overview] = [Head, "GET api/analytics/summary", "GET api/analytics/trends"],
        [SharePage.Creatives] = [Head, "GET api/analytics/creatives"],
        [SharePage.Funnel] = [Head, "GET api/analytics/funnel"],
    };

    public static bool Has(SharePage page, string route) => s_routes[page].Contains(route, StringComparer.Ordinal);
}
