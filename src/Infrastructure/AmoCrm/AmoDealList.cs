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
        DealOrder order,
        (DateTimeOffset From, DateTimeOffset To) span,
        int page,
        DateTimeOffset askedAt,
        bool isTriedOnce,
        CancellationToken cancellationToken
    )
    {
        var call = AmoCall.For(account) with { IsRepeatable = !isTriedOnce };
        var isByCreation = order == DealOrder.Creation;
        var (from, to, asc) = ((long?)span.From.ToUnixTimeSeconds(), (long?)span.To.ToUnixTimeSeconds(), "asc");
        var answer = await failures.ReadAsync(
            account,
            () =>
                amo.GetLeadsAsync(
                    call,
                    with: "contacts",
                    ids: null,
                    isByCreation ? from : null,
                    isByCreation ? to : null,
                    isByCreation ? asc : null,
                    isByCreation ? null : from,
                    isByCreation ? null : to,
                    isByCreation ? null : asc,
                    page,
                    cancellationToken
                ),
            cancellationToken
        );
        if (answer?.Embedded?.Leads is not { Count: > 0 } told)
            return AmoDealPage.Empty;

        var times = told.Select(row => AmoJson.Read<LeadWire>(row))
            .Select(row => AmoTime.From(isByCreation ? row?.CreatedAt : row?.UpdatedAt))
            .OfType<DateTimeOffset>()
            .ToList();
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
