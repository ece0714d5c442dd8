using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AmoCrmQualification.Sandbox.V4;

namespace AmoCrmQualification.Sandbox.OAuth;

internal static class OAuthRoutes
{
    public static void MapOAuth(this IEndpointRouteBuilder routes, CrmWorld world, OAuthServer oauth)
    {
        routes.MapGet("/oauth", (HttpContext http) => Consent(http.Request.Query, world, oauth));
        routes.MapPost("/oauth2/access_token", Reply.From(http => TokenAsync(http, oauth)));
        routes.MapGet(
            "/oauth2/account/current/subdomain",
            (HttpContext http) =>
            {
                var account = oauth.OwnerOfRefresh(http.Request.Headers["X-Refresh-Token"]) ?? throw OAuthProblem.Revoked();
                return Reply.Json(
                    new JsonObject
                    {
                        ["id"] = account.Id,
                        ["subdomain"] = account.Subdomain,
                        ["domain"] = account.Host,
                    }
                );
            }
        );
    }

    /// <summary>Stands in for the page where a person picks an account and agrees. `account` picks, `deny=1` refuses.</summary>
    private static IResult Consent(IQueryCollection query, CrmWorld world, OAuthServer oauth)
    {
        var integration = oauth.Find(query["client_id"]) ?? throw OAuthProblem.BadRequest("Check the `client_id` parameter");
        var state = Uri.EscapeDataString(query["state"].ToString());
        var client = Uri.EscapeDataString(integration.ClientId);
        var back = integration.RedirectUri + (integration.RedirectUri.Contains('?', StringComparison.Ordinal) ? '&' : '?');
        if (query["deny"] == "1")
            return Results.Redirect($"{back}error=access_denied&client_id={client}&state={state}");

        var accounts = world.Accounts;
        var chosen = accounts.Count == 1 ? accounts[0] : accounts.FirstOrDefault(a => a.Subdomain == query["account"]);
        if (chosen is null)
            return ChooseAccount(accounts, client, state);

        var code = oauth.IssueCode(integration, chosen);
        return Results.Redirect($"{back}code={code}&state={state}&referer={chosen.Host}&client_id={client}");
    }

    private static IResult ChooseAccount(IEnumerable<CrmAccount> accounts, string client, string state)
    {
        var links = string.Concat(
            accounts.Select(a =>
                $"<li><a href=\"/oauth?client_id={client}&state={state}&account={Uri.EscapeDataString(a.Subdomain)}\">"
                + $"{WebUtility.HtmlEncode(a.Name)}</a>"
            )
        );
        var page = $"<!doctype html><title>Sandbox</title><h1>Выберите аккаунт</h1><ul>{links}</ul>";
        return Results.Content(page, "text/html", Encoding.UTF8);
    }

    private static async Task<IResult> TokenAsync(HttpContext http, OAuthServer oauth)
    {
        var body = await Body.ObjectAsync(http);
        var integration = oauth.Find(Text("client_id")) ?? throw OAuthProblem.BadRequest("Check the `client_id` parameter");
        if (Text("client_secret") != integration.ClientSecret || Text("redirect_uri") != integration.RedirectUri)
            throw OAuthProblem.BadRequest("Check the `client_id` parameter");

        var (pair, account) = Text("grant_type") switch
        {
            "authorization_code" => oauth.ExchangeCode(Text("code") ?? ""),
            "refresh_token" => oauth.Refresh(Text("refresh_token") ?? ""),
            _ => throw OAuthProblem.BadRequest("Check the `grant_type` parameter"),
        };
        http.Items[typeof(CrmAccount)] = account; // for the request log
        return Reply.Json(
            new JsonObject
            {
                ["token_type"] = "Bearer",
                ["expires_in"] = pair.ExpiresIn,
                ["access_token"] = pair.AccessToken,
                ["refresh_token"] = pair.RefreshToken,
            },
            contentType: "application/json"
        );

        string? Text(string key) => body[key]?.ToString();
    }
}
