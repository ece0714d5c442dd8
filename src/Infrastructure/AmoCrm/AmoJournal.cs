using System.Globalization;
using System.Text.Json;
using AmoCrmQualification.Application.Reconciliation;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Infrastructure.AmoCrm.Wire;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

internal sealed class AmoJournal(AmoClient amo) : IAmoJournal
{
    private const string Route = "/api/v4/events";

    // The most that amoCRM gives at once; Kommo would give 250.
    private const string Types =
        Route
        + "?limit=100&filter[entity]=lead&filter[type]=lead_status_changed,lead_added,lead_deleted,lead_restored,sale_field_changed";

    public Task<AmoEventPage?> EventsAsync(
        UserAccountId account,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken cancellationToken
    ) =>
        ReadAsync(
            account,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Types}&filter[created_at][from]={from.ToUnixTimeSeconds()}&filter[created_at][to]={to.ToUnixTimeSeconds()}"
            ),
            cancellationToken
        );

    public Task<AmoEventPage?> EventsAsync(
        UserAccountId account,
        IReadOnlyCollection<AmoLeadId> deals,
        CancellationToken cancellationToken
    ) => ReadAsync(account, $"{Types}&{Ids("filter[entity_id][]", deals)}", cancellationToken);

    public Task<AmoEventPage?> NextAsync(UserAccountId account, string next, CancellationToken cancellationToken) =>
        ReadAsync(account, next, cancellationToken);

    public async Task<IReadOnlyList<DealState>> StatesAsync(
        UserAccountId account,
        IReadOnlyCollection<AmoLeadId> deals,
        DateTimeOffset askedAt,
        CancellationToken cancellationToken
    )
    {
        var path = $"/api/v4/leads?limit={IAmoJournal.StatesPerRead}&{Ids("filter[id][]", deals)}";
        var answer = await amo.GetAsync(account, path, JournalWireContext.Default.StatesWire, cancellationToken);
        return
        [
            .. (answer?.Embedded?.Leads ?? []).Select(lead => StateOf(lead, askedAt)).OfType<DealState>().DistinctBy(s => s.Deal),
        ];
    }

    private async Task<AmoEventPage?> ReadAsync(UserAccountId account, string path, CancellationToken cancellationToken)
    {
        var answer = await amo.GetAsync(account, path, JournalWireContext.Default.EventsWire, cancellationToken);
        return answer is null
            ? null
            : new([.. (answer.Embedded?.Events ?? []).Select(AmoEvents.Of).OfType<AmoEvent>()], PathOf(answer.Links?.Next?.Href));
    }

    /// <summary>The token goes to the account's own host, whatever host the link names.</summary>
    private static string? PathOf(string? link) =>
        link is not null && link.IndexOf(Route + "?", StringComparison.Ordinal) is >= 0 and var at ? link[at..] : null;

    private static DealState? StateOf(JsonElement json, DateTimeOffset askedAt)
    {
        var lead = json.Deserialize(JournalWireContext.Default.StateWire)!;
        return
            lead.IsDeleted || lead.StatusId <= 0 || lead.PipelineId <= 0 || AmoEvents.TimeOf(lead.UpdatedAt) is not { } updatedAt
            ? null
            : new(
                new(lead.Id),
                new(new(lead.PipelineId), new(lead.StatusId)),
                AmoEvents.Whole(lead.Price),
                updatedAt,
                askedAt,
                StorableJson.Of(json)
            );
    }

    private static string Ids(string filter, IEnumerable<AmoLeadId> deals) =>
        string.Join('&', deals.Select(d => string.Create(CultureInfo.InvariantCulture, $"{filter}={d.Value}")));
}
