using System.Text.Json;
using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Infrastructure.AmoCrm.Json;
using AmoCrmQualification.Infrastructure.AmoCrm.Wire;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

internal sealed class AmoDealList(IAmoCrmApi amo, RowFailures failures, AmoRows rows) : IAmoDealList
{
    private const int PageSize = 250;

    public async Task<AmoDealPage> ReadAsync(
        UserAccountId account,
        (DateTimeOffset From, DateTimeOffset To) made,
        int page,
        DateTimeOffset askedAt,
        bool isTriedOnce,
        CancellationToken cancellationToken
    )
    {
        var call = AmoCall.For(account) with { IsRepeatable = !isTriedOnce };
        var answer = await failures.ReadAsync(
            account,
            () =>
                amo.GetLeadsAsync(
                    call,
                    with: "contacts",
                    ids: null,
                    made.From.ToUnixTimeSeconds(),
                    made.To.ToUnixTimeSeconds(),
                    order: "asc",
                    page,
                    cancellationToken
                ),
            cancellationToken
        );
        if (answer?.Embedded?.Leads is not { Count: > 0 } told)
            return AmoDealPage.Empty;

        var times = told.Select(row => AmoTime.From(AmoJson.Read<LeadWire>(row)?.CreatedAt)).OfType<DateTimeOffset>().ToList();
        var kept = told.Where(row => AmoJson.Read<LeadWire>(row)?.IsDeleted is not true).ToList();
        var read = rows.Read<LeadWire, ListedDeal>(account, "deal", kept, (lead, json) => Listed(lead, json, askedAt));
        return new(
            [.. read.Rows.DistinctBy(deal => deal.Card.Id)],
            times.Count == 0 ? null : times.Min(),
            times.Count == 0 ? null : times.Max(),
            IsLast: answer.Links?.Next?.Href is null && told.Count < PageSize,
            read.Skipped
        );
    }

    /// <summary>Null where it lacks a stage, or when it was made.</summary>
    private static ListedDeal? Listed(LeadWire lead, JsonElement json, DateTimeOffset askedAt) =>
        LeadRows.State(lead, json, askedAt) is { Details.CreatedAt: not null } state && LeadRows.Card(lead, json) is { } card
            ? new(card, state)
            : null;
}
