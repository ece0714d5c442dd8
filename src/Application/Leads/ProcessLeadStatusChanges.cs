using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Pipelines;
using MediatR;

namespace AmoCrmQualification.Application.Leads;

/// <summary>Reports of deals, from webhooks or any other source, in one go. Answers one effect a report, in their order.</summary>
public sealed record ProcessLeadStatusChangesCommand(IReadOnlyList<DealReport> Reports) : IRequest<IReadOnlyList<ReportEffect>>;

public enum ReportEffect
{
    /// <summary>It made a step of the history, or deleted or restored the lead.</summary>
    Applied,

    /// <summary>New, but the deal stood there already.</summary>
    Unchanged,

    /// <summary>Known before.</summary>
    Repeated,

    /// <summary>No lead of ours belongs to the deal yet; its history is kept for when one does.</summary>
    Unmatched,
}

internal sealed class ProcessLeadStatusChangesHandler(ILedger ledger)
    : IRequestHandler<ProcessLeadStatusChangesCommand, IReadOnlyList<ReportEffect>>
{
    public async Task<IReadOnlyList<ReportEffect>> Handle(
        ProcessLeadStatusChangesCommand command,
        CancellationToken cancellationToken
    )
    {
        var byDeal = command.Reports.GroupBy(r => r.Deal).ToDictionary(g => g.Key, g => g.ToList());
        if (byDeal.Count == 0)
            return [];

        var pages = await ledger.OpenAsync(byDeal.Keys, cancellationToken);
        var changes = byDeal.ToDictionary(
            deal => deal.Key,
            deal => pages.Change(pages.Deals[deal.Key], pages.Deals[deal.Key].After(deal.Value))
        );
        await ledger.WriteAsync(changes.Values, cancellationToken);

        // What is told twice in one go is a repetition too.
        var told = new HashSet<(DealKey, (DateTimeOffset, Stage)?, PresenceMark?)>();
        return
        [
            .. command.Reports.Select(report =>
                EffectOf(report, changes[report.Deal], told.Add((report.Deal, report.Observation?.Key, report.Presence)))
            ),
        ];
    }

    private static ReportEffect EffectOf(DealReport report, DealChange change, bool isFirst)
    {
        if (change.After.Lead is null)
            return ReportEffect.Unmatched;
        if (report.Presence is { } mark)
            return !isFirst || change.Before.Marks.Contains(mark) ? ReportEffect.Repeated : ReportEffect.Applied;
        if (report.Observation is not { } observation)
            return ReportEffect.Unchanged;

        var wasKnown =
            !isFirst
            || change.Before.History.Any(row => row.Observation.Key == observation.Key)
            || change.Before.Sightings.Any(seen => seen.Key == observation.Key);
        if (wasKnown)
            return ReportEffect.Repeated;
        return change.After.History.Any(row => row.Observation.Key == observation.Key)
            ? ReportEffect.Applied
            : ReportEffect.Unchanged;
    }
}
