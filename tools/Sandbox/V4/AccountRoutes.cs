using System.Text.Json.Nodes;

namespace AmoCrmQualification.Sandbox.V4;

internal static class AccountRoutes
{
    private static readonly Dictionary<string, string> Symbols = new()
    {
        ["RUB"] = "₽",
        ["KZT"] = "₸",
        ["USD"] = "$",
        ["EUR"] = "€",
    };

    public static void MapAccount(this IEndpointRouteBuilder api)
    {
        api.MapGet("/account", Get);
        api.MapGet(
            "/users",
            (HttpContext http) => Pages.From(http, "users", http.Account().Users.All, u => User(u, http.Account()))
        );
        api.MapGet(
            "/users/{id:long}",
            (HttpContext http, long id) =>
                http.Account().Users.All.FirstOrDefault(u => u.Id == id) is { } user
                    ? Reply.Json(User(user, http.Account()))
                    : Results.NoContent()
        );
        api.MapGet(
            "/contacts/custom_fields",
            (HttpContext http) =>
                Pages.From(
                    http,
                    "custom_fields",
                    http.Account().Fields.All,
                    f => ContactField(f.Code, f.Id, f.Name, f.Enums, http.Account().Id)
                )
        );
        api.MapGet(
            "/leads/loss_reasons",
            (HttpContext http) => Pages.From(http, "loss_reasons", http.Account().LossReasons.All, Shapes.LossReason)
        );
    }

    private static IResult Get(HttpContext http)
    {
        var (account, query) = (http.Account(), new PhpQuery(http.Request.Query));
        var body = new JsonObject
        {
            ["id"] = account.Id,
            ["name"] = account.Name,
            ["subdomain"] = account.Subdomain,
            ["created_at"] = account.CreatedAt,
            ["created_by"] = 0,
            ["updated_at"] = account.CreatedAt,
            ["updated_by"] = 0,
            ["current_user_id"] = account.AdminId,
            ["country"] = account.Country,
            ["currency"] = account.Currency,
            ["currency_symbol"] = Symbols.GetValueOrDefault(account.Currency, account.Currency),
            ["customers_mode"] = "disabled",
            ["is_unsorted_on"] = true,
            ["mobile_feature_version"] = 0,
            ["is_loss_reason_enabled"] = true,
            ["is_helpbot_enabled"] = false,
            ["is_technical_account"] = false,
            ["contact_name_display_order"] = 1,
        };
        if (query.With("is_api_filter_enabled"))
            body["is_api_filter_enabled"] = true;
        if (query.With("version"))
            body["version"] = 12;
        body["_links"] = Reply.Self(http);
        body["_embedded"] = Parts(account, query);
        return Reply.Json(body);
    }

    private static JsonObject Parts(CrmAccount account, PhpQuery query) =>
        !query.With("datetime_settings")
            ? []
            : new()
            {
                ["datetime_settings"] = new JsonObject
                {
                    ["date_pattern"] = "d.m.Y H:i",
                    ["short_date_pattern"] = "d.m.Y",
                    ["short_time_pattern"] = "H:i",
                    ["date_format"] = "d.m.Y",
                    ["time_format"] = "H:i:s",
                    ["timezone"] = account.TimeZone,
                    ["timezone_offset"] = Offset(account),
                },
            };

    private static string Offset(CrmAccount account)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(account.TimeZone, out var known) ? known : TimeZoneInfo.Utc;
        var offset = zone.GetUtcOffset(account.World.Clock.GetUtcNow());
        return (offset < TimeSpan.Zero ? "-" : "+")
            + offset.ToString(@"hh\:mm", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static JsonObject User(CrmUser user, CrmAccount account) =>
        new()
        {
            ["id"] = user.Id,
            ["name"] = user.Name,
            ["email"] =
                user.Id == account.AdminId ? $"admin@{account.Subdomain}.example" : $"user{user.Id}@{account.Subdomain}.example",
            ["lang"] = "ru",
            ["rights"] = new JsonObject
            {
                ["is_admin"] = user.Id == account.AdminId,
                ["is_free"] = false,
                ["is_active"] = true,
                ["group_id"] = null,
                ["role_id"] = null,
            },
            ["_links"] = new JsonObject(),
            ["_embedded"] = new JsonObject { ["roles"] = new JsonArray(), ["groups"] = new JsonArray() },
        };

    private static JsonObject ContactField(
        string code,
        long id,
        string name,
        IReadOnlyDictionary<string, long> enums,
        long account
    ) =>
        new()
        {
            ["id"] = id,
            ["name"] = name,
            ["type"] = "multitext",
            ["account_id"] = account,
            ["code"] = code,
            ["sort"] = 4,
            ["is_api_only"] = false,
            ["enums"] = new JsonArray([
                .. enums.Select(e =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["id"] = e.Value,
                            ["value"] = e.Key,
                            ["sort"] = 1,
                        }
                ),
            ]),
            ["is_deletable"] = false,
            ["is_predefined"] = true,
            ["entity_type"] = "contacts",
        };
}
