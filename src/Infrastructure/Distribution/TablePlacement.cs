using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AmoCrmQualification.Infrastructure.Distribution;

/// <summary>
/// Where tables live once Citus spreads them over several machines: tables of accounts by account, unless they are named here.
/// See docs/adr/0025.
/// </summary>
internal static class TablePlacement
{
    /// <summary>The column that rows are spread by; it comes first in the keys of all tables that have it.</summary>
    public const string Column = "user_account_id";

    /// <summary>Copied to every machine, as keys of all others point to it.</summary>
    public const string Reference = "user_accounts";

    /// <summary>Rows of an account in all other tables lie beside those in this one.</summary>
    public const string First = "leads";

    private const string Queue = "a queue that is claimed over all accounts";
    private const string Directory = "looked up before its account is known";
    private const string Watch = "counted and marked for all accounts at once";

    /// <summary>Tables of accounts that stay whole on the coordinator, with the reason.</summary>
    public static readonly FrozenDictionary<string, string> Local = new Dictionary<string, string>
    {
        ["webhook_inbox"] = Queue,
        ["outbox"] = Queue,
        ["outbox_leases"] = Queue,
        ["sync_runs"] = Queue,
        ["digests"] = Queue,
        ["digest_messages"] = Queue,
        ["alert_notices"] = Queue,
        ["api_keys"] = Directory,
        ["share_links"] = Directory,
        ["amocrm_connections"] = Directory,
        ["amocrm_authorizations"] = "rows of minutes, swept over all accounts",
        ["amocrm_hooks"] = Watch,
        ["delivery_hours"] = Watch,
        ["webhook_outages"] = Watch,
        ["rollup_differences"] = Watch,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The tables that are spread, <see cref="First"/> before those that lie beside it.</summary>
    public static IReadOnlyList<string> Distributed(IModel model) =>
        [
            .. model
                .GetEntityTypes()
                .Where(entity => entity.ClrType.IsAssignableTo(typeof(ITenantOwned)))
                .Select(entity => entity.GetTableName()!)
                .Where(table => !Local.ContainsKey(table))
                .OrderBy(table => table != First)
                .ThenBy(table => table, StringComparer.Ordinal),
        ];
}
