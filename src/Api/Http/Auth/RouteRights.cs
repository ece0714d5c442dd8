using AmoCrmQualification.Domain.People;

namespace AmoCrmQualification.Api.Http.Auth;

/// <summary>
/// The right that each route needs, all in one table. A route that is missing here is closed to everybody; those that are open
/// to everybody say so themselves.
/// </summary>
internal static class RouteRights
{
    private static readonly Dictionary<string, Right> s_rights = new Dictionary<Right, string[]>
    {
        [Right.Read] =
        [
            "GET api/user-accounts",
            "GET api/user-accounts/{id}",
            "GET api/user-accounts/{id}/horizon-impact",
            "GET api/directions",
            "GET api/creatives",
            "GET api/ad-spend",
            "GET api/ad-spend/totals",
            "GET api/attribution/unmatched",
            "GET api/attribution/marks",
            "GET api/amocrm/pipelines",
            "GET api/amocrm/pipeline-stages/{stageId}/impact",
            "GET api/amocrm/qualification-stats",
            "GET api/amocrm/completeness",
            "GET api/analytics/creatives",
            "GET api/analytics/creatives/{id}/evidence",
            "GET api/analytics/funnel",
            "GET api/analytics/trends",
            "GET api/analytics/maturity",
            "GET api/analytics/loss-reasons",
            "GET api/analytics/time-in-stage",
            "GET api/analytics/leads-needed",
            "GET api/analytics/summary",
            "GET api/analytics/accounts",
            "GET api/leads",
            "GET api/leads/{id}",
            "GET api/leads/{id}/status-history",
            "GET api/export/leads",
            "GET api/sales",
            "GET api/alerts",
            "GET api/sync-runs",
            "POST mcp",
        ],
        [Right.Work] =
        [
            "POST api/leads",
            "PATCH api/leads/{id}",
            "DELETE api/leads/{id}",
            "POST api/leads/{id}/push",
            "GET api/lead-matches",
            "POST api/lead-matches/{id}",
            "POST api/amocrm/sync-pipelines",
            "PATCH api/amocrm/pipeline-stages/{stageId}",
            "POST api/amocrm/reconcile",
            "POST api/directions",
            "PATCH api/directions/{id}",
            "POST api/creatives",
            "POST api/creatives/from-ads",
            "POST api/creatives/from-marks",
            "PATCH api/creatives/{id}",
            "DELETE api/creatives/{id}",
            "POST api/ad-spend",
            "POST api/ad-spend/preview",
            "DELETE api/ad-spend",
            "GET api/webhook-deliveries",
            "GET api/webhook-deliveries/{id}",
            "POST api/webhook-deliveries/{id}/replay",
            "POST api/webhook-deliveries/recover",
            "GET api/user-accounts/{id}/attribution",
        ],
        [Right.Configure] =
        [
            "PATCH api/user-accounts/{id}",
            "POST api/user-accounts/{id}/webhook-secret",
            "PUT api/user-accounts/{id}/amocrm-connection",
            "DELETE api/user-accounts/{id}/amocrm-connection",
            "POST api/user-accounts/{id}/amocrm-connection/authorization",
            "GET api/user-accounts/{id}/amocrm-webhook",
            "PUT api/user-accounts/{id}/amocrm-webhook",
            "DELETE api/user-accounts/{id}/amocrm-webhook",
            "PUT api/user-accounts/{id}/attribution",
            "POST api/user-accounts/{id}/attribution/preview",
            "POST api/user-accounts/{id}/attribution/apply",
            "GET api/user-accounts/{id}/deal-fields",
            "POST api/share-links",
            "GET api/share-links",
            "DELETE api/share-links/{id}",
            "POST api/digests",
            "GET api/digests",
            "PATCH api/digests/{id}",
            "DELETE api/digests/{id}",
            "POST api/digests/{id}/send",
        ],
        [Right.Administer] =
        [
            "POST api/user-accounts",
            "POST api/user-accounts/{id}/api-keys",
            "GET api/user-accounts/{id}/api-keys",
            "DELETE api/user-accounts/{id}/api-keys/{keyId}",
            "POST api/user-accounts/{id}/report-role",
            "DELETE api/user-accounts/{id}/report-role",
            "PUT api/branding",
            "PUT api/branding/logo",
            "DELETE api/branding/logo",
            "POST api/users",
            "GET api/users",
            "PATCH api/users/{id}",
            "DELETE api/users/{id}",
            "POST api/users/{id}/invitation",
            "GET metrics",
        ],
        [Right.Share] = ["GET api/share-links/current"],
        [Right.OwnSession] = ["GET api/session", "DELETE api/session", "PUT api/session/password"],
    }
        .SelectMany(pair => pair.Value, (pair, route) => (Route: route, Right: pair.Key))
        .ToDictionary(pair => pair.Route, pair => pair.Right, StringComparer.Ordinal);

    /// <summary>The right that a route needs, by its template without constraints, as it is described.</summary>
    public static Right? Find(string method, string template) =>
        s_rights.TryGetValue($"{method} {template}", out var right) ? right : null;

    /// <summary>The right that the route of a request needs; null where nobody has it.</summary>
    public static Right? Needed(HttpContext http) =>
        RouteOf(http) is { } route && s_rights.TryGetValue(route, out var right) ? right : null;

    /// <summary>Method and template of the route of a request.</summary>
    public static string? RouteOf(HttpContext http) =>
        http.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } template }
            ? $"{http.Request.Method} {template.Trim('/').Replace(":guid", "", StringComparison.Ordinal)}"
            : null;
}
