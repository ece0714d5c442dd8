using System.Globalization;
using System.Text.Json;
using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Domain.Ledger;
using AmoCrmQualification.Infrastructure.AmoCrm.Json;
using AmoCrmQualification.Infrastructure.AmoCrm.Wire;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

internal sealed class AmoEvents(IAmoCrmApi amo, RowFailures failures, AmoBatches batches, AmoRows rows) : IAmoEvents
{
    private const string Route = "/api/v4/events?";

    // The most that amoCRM gives at once; Kommo would give 250.
    private const string Types =
        "limit=100&filter[entity]=lead&filter[type]=lead_status_changed,lead_added,lead_deleted,lead_restored,sale_field_changed";

    public Task<AmoEventPage?> EventsAsync(
        UserAccountId account,
        DateTimeOffset from,
        DateTimeOffset to,
        bool isTriedOnce,
        CancellationToken cancellationToken
    ) =>
        ReadAsync(
            account,
            Invariant(
                $"{Types}&filter[created_at][from]={from.ToUnixTimeSeconds()}&filter[created_at][to]={to.ToUnixTimeSeconds()}"
            ),
            isTriedOnce,
            cancellationToken
        );

    public Task<AmoEventPage?> EventsAsync(
        UserAccountId account,
        IReadOnlyCollection<DealId> deals,
        CancellationToken cancellationToken
    ) =>
        ReadAsync(
            account,
            string.Join('&', deals.Select(d => Invariant($"filter[entity_id][]={d.Value}")).Prepend(Types)),
            isTriedOnce: false,
            cancellationToken
        );

    public Task<AmoEventPage?> NextAsync(UserAccountId account, string next, CancellationToken cancellationToken) =>
        ReadAsync(account, next[Route.Length..], isTriedOnce: false, cancellationToken);

    public async Task<AmoDealStates> StatesAsync(
        UserAccountId account,
        IReadOnlyCollection<DealId> deals,
        DateTimeOffset askedAt,
        CancellationToken cancellationToken
    )
    {
        var read = await batches.ReadDealsAsync(
            account,
            with: null,
            deals,
            (lead, json) => StateOf(lead, json, askedAt),
            cancellationToken
        );
        return new(
            [.. read.Rows.Where(s => s.State is not null).Select(s => s.State!).DistinctBy(s => s.Deal)],
            [.. IdsOf(read.Came).Except(read.Rows.Select(s => s.Deal)), .. read.Unread.Select(id => new DealId(id))],
            read.Skipped
        );
    }

    private async Task<AmoEventPage?> ReadAsync(
        UserAccountId account,
        string query,
        bool isTriedOnce,
        CancellationToken cancellationToken
    )
    {
        var call = AmoCall.For(account) with { IsRepeatable = !isTriedOnce };
        var answer = await failures.ReadAsync(
            account,
            () => amo.GetEventsAsync(call, query, cancellationToken),
            cancellationToken
        );
        if (answer is null)
            return null;
        IReadOnlyList<JsonElement> told = [.. (answer.Embedded?.Events ?? []).Where(row => !AmoEventRows.IsOfNoUse(row))];
        var read = rows.Read<EventWire, AmoEvent>(account, "event", told, AmoEventRows.From);
        return new(read.Rows, PathOf(answer.Links?.Next?.Href), read.Skipped);
    }

    /// <summary>The token goes to the account's own host, whatever host the link names.</summary>
    private static string? PathOf(string? link) =>
        link is not null && link.IndexOf(Route, StringComparison.Ordinal) is >= 0 and var at ? link[at..] : null;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>Null where the stage cannot be read. A deal in the trash has no state.</summary>
    private static DealCheck? StateOf(LeadWire lead, JsonElement json, DateTimeOffset askedAt) =>
        lead switch
        {
            { Id: { } id, IsDeleted: true } => new(new(id), State: null),
            { Id: { } id } when LeadRows.State(lead, json, askedAt) is { } state => new(new(id), state),
            _ => null,
        };

    private static IEnumerable<DealId> IdsOf(IReadOnlyList<JsonElement> leads) =>
        leads.Select(row => AmoJson.Read<LeadWire>(row)?.Id).OfType<long>().Select(id => new DealId(id));

    private sealed record DealCheck(DealId Deal, DealState? State);
}
