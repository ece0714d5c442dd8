using System.Text.Json;
using System.Text.Json.Nodes;
using AmoCrmQualification.Sandbox.Faults;

namespace AmoCrmQualification.Sandbox.Control;

internal static class AccountControl
{
    internal sealed record SubdomainBody(string Subdomain);

    public static void MapAccounts(this IEndpointRouteBuilder control, SandboxServer server, CrmWorld world, RequestLog log)
    {
        control.MapGet("/accounts", () => world.Accounts.Select(View));
        control.MapPost("/accounts", (NewAccount plan) => View(server.CreateAccount(plan)));
        control.MapGet("/accounts/{account:long}", (long account) => View(world.Account(account)));
        control.MapPost(
            "/accounts/{account:long}/subdomain",
            (long account, SubdomainBody body) => world.Account(account).Rename(body.Subdomain)
        );
        control.MapPost(
            "/accounts/{account:long}/generate",
            (long account, GeneratePlan plan) => world.Account(account).Generate(plan)
        );
        control.MapPost("/accounts/{account:long}/clear", (long account) => world.Account(account).Clear());
        control.MapPost("/accounts/{account:long}/unblock", (long account) => log.Unblock(account));
        control.MapGet("/accounts/{account:long}/switches", (long account) => world.Account(account).Switches);
        control.MapPatch(
            "/accounts/{account:long}/switches",
            (long account, JsonObject changes) => Switch(world.Account(account), changes)
        );
        control.MapPost("/drain", async (CancellationToken cancellationToken) => await server.DrainAsync(cancellationToken));

        control.MapGet(
            "/requests",
            (long? account, string? match) =>
                new
                {
                    MaxPerSecond = world.Accounts.ToDictionary(a => $"{a.Id}", a => log.MaxPerSecond(a.Id)),
                    Requests = log.All.Where(r =>
                        (account is null || r.AccountId == account)
                        && (match is null || $"{r.Method} {r.Path}{r.Query}".Contains(match, StringComparison.OrdinalIgnoreCase))
                    ),
                }
        );
        control.MapDelete("/requests", log.Clear);
    }

    private static object View(CrmAccount a) =>
        new
        {
            a.Id,
            a.Subdomain,
            a.Host,
            a.Name,
            a.Country,
            a.Currency,
            a.TimeZone,
            a.LongLivedToken,
            Leads = a.Leads.Count,
            Pipelines = a.Pipelines.All,
            LossReasons = a.LossReasons.All,
            Webhooks = a.Webhooks.All,
        };

    /// <summary>Only the switches named in the body change.</summary>
    private static CrmSwitches Switch(CrmAccount account, JsonObject changes)
    {
        var all = JsonSerializer.SerializeToNode(account.Switches, ControlJson.Options)!.AsObject();
        foreach (var (name, value) in changes)
        {
            if (!all.ContainsKey(name))
                throw CrmProblem.BadRequest($"There is no switch '{name}'");
            all[name] = value?.DeepClone();
        }

        try
        {
            return account.Switches = all.Deserialize<CrmSwitches>(ControlJson.Options)!;
        }
        catch (JsonException wrong)
        {
            throw CrmProblem.BadRequest(wrong.Message);
        }
    }
}
