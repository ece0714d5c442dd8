using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Application.Leads;

/// <summary>Reports of deals, from webhooks or any other source, in one go. Answers one outcome a report, in their order.</summary>
public sealed record ProcessLeadStatusChangesCommand(IReadOnlyList<DealReport> Reports) : IRequest<IReadOnlyList<ReportOutcome>>;

/// <param name="IsForgotten">The person behind the deal was erased: the report counts, its payload is kept nowhere.</param>
public sealed record ReportOutcome(ReportEffect Effect, bool IsForgotten);

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
    : IRequestHandler<ProcessLeadStatusChangesCommand, IReadOnlyList<ReportOutcome>>
{
    public async Task<IReadOnlyList<ReportOutcome>> Handle(
        ProcessLeadStatusChangesCommand command,
        CancellationToken cancellationToken
    )
    {
        // In the order of deals, which is about that of their rows: what lies together is read and written together.
        var byDeal = command
            .Reports.GroupBy(r => r.Deal)
            .OrderBy(g => (g.Key.Account.Value, g.Key.Deal.Value))
            .ToDictionary(g => g.Key, g => g.ToList());
        if (byDeal.Count == 0)
            return [];

        var tagged = command.Reports.Where(r => r.Details?.TaggedLead is not null);
        var locked = await ledger.LockAsync(
            byDeal.Keys,
            [.. tagged.Select(r => (r.Deal.Account, r.Details!.TaggedLead!.Value)).Distinct()],
            cancellationToken
        );
        var changes = byDeal.ToDictionary(
            deal => deal.Key,
            deal => locked.Change(locked.Deals[deal.Key], locked.Deals[deal.Key].After(deal.Value))
        );
        await ledger.WriteAsync(changes.Values, cancellationToken);

        // What is told twice in one go is a repetition too.
        var told = new HashSet<(DealKey, (DateTimeOffset, Stage)?, DeletionEvent?)>();
        var known = changes.ToDictionary(change => change.Key, change => new KnownStages(change.Value));
        return
        [
            .. command.Reports.Select(report =>
            {
                var isFirst = told.Add((report.Deal, report.Observation?.Key, report.Deletion));
                var change = changes[report.Deal];
                return new ReportOutcome(EffectOf(report, change, known[report.Deal], isFirst), change.After.IsForgotten);
            }),
        ];
    }

    private static ReportEffect EffectOf(DealReport report, DealChange change, KnownStages known, bool isFirst)
    {
        if (change.After.Lead is null)
            return ReportEffect.Unmatched;
        if (report.Deletion is { } mark)
            return !isFirst || change.Before.Deletions.Contains(mark) ? ReportEffect.Repeated : ReportEffect.Applied;
        if (report.Observation is not { } observation)
            return ReportEffect.Unchanged;
        if (!isFirst || known.Before.Contains(observation.Key))
            return ReportEffect.Repeated;
        return known.StepsAfter.Contains(observation.Key) ? ReportEffect.Applied : ReportEffect.Unchanged;
    }

    /// <summary>Looked up, as one body may tell thousands of times of one deal.</summary>
    private sealed record KnownStages(
        IReadOnlySet<(DateTimeOffset, Stage)> Before,
        IReadOnlySet<(DateTimeOffset, Stage)> StepsAfter
    )
    {
        public KnownStages(DealChange change)
            : this(
                change
                    .Before.History.Select(row => row.Observation.Key)
                    .Concat(change.Before.Duplicates.Select(o => o.Key))
                    .ToHashSet(),
                change.After.History.Select(row => row.Observation.Key).ToHashSet()
            ) { }
    }
}
