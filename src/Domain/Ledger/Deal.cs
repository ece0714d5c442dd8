using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Attribution;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Domain.Ledger;

/// <summary>A deal of one client; amoCRM's ids are unique within its own account only.</summary>
public readonly record struct DealKey(UserAccountId Account, DealId Deal);

/// <summary>One report of one deal: any of a stage, a price, a deletion or a restoration.</summary>
public sealed record DealReport(DealKey Deal, Observation? Observation, PriceReport? Price, DeletionEvent? Deletion)
{
    public DealDetails? Details { get; init; }

    public IReadOnlyList<Mark> Marks { get; init; } = [];
}

/// <summary>Everything known of one deal, whether a lead of ours belongs to it or not. Immutable: a report gives a new one.</summary>
public sealed record Deal(DealKey Key, LeadId? Lead)
{
    public IReadOnlyList<StatusHistory> History { get; init; } = [];

    /// <summary>The person behind the lead was forgotten: what is reported from now on is kept without its payload.</summary>
    public bool IsForgotten { get; init; }

    /// <summary>Observations that made no step; a late one between may yet make them one.</summary>
    public IReadOnlyList<Observation> Duplicates { get; init; } = [];

    public IReadOnlyList<DeletionEvent> Deletions { get; init; } = [];

    public PriceReport? Price { get; init; }

    /// <summary>Null while only amoCRM's journal told of it.</summary>
    public DealDetails? Details { get; init; }

    /// <summary>Marks of its source, from its fields.</summary>
    public IReadOnlyList<Mark> Marks { get; init; } = [];

    /// <summary>Its lead was made of it: the deal was made elsewhere.</summary>
    public bool IsAdopted { get; init; }

    /// <summary>A lead may take it: it has none, or one that was made of it and whose person was not erased.</summary>
    public bool IsFree => Lead is null || (IsAdopted && !IsForgotten);

    /// <summary>Time of its creation, or of its first known stage; null without any.</summary>
    public DateTimeOffset? CreatedAt => History.Count == 0 ? null : Details?.CreatedAt ?? History[0].Observation.ChangedAt;

    public Stage? CurrentStage => History.Count == 0 ? null : History[^1].Observation.Stage;

    public IEnumerable<Stage> StagesReached => History.Select(row => row.Observation.Stage).Distinct();

    /// <summary>Only of a deal that is lost now: the stage of that pipeline it was in before.</summary>
    public AmoStatusId? LostFrom =>
        CurrentStage is { Pipeline: var pipeline, Status: var status } && status == AmoStatusId.Lost
            ? History
                .Select(row => row.Observation.Stage)
                .Where(stage => stage.Pipeline == pipeline && stage.Status != AmoStatusId.Lost)
                .Select(stage => (AmoStatusId?)stage.Status)
                .LastOrDefault()
            : null;

    public bool IsDeleted => DeletionEvent.IsDeleted(Deletions);

    public DealOutcome? Outcome => DealOutcome.From(History);

    public Deal TakenBy(LeadId lead) => this with { Lead = lead, IsAdopted = false };

    /// <summary>The same deal after these reports. The order of reports, and reports already known, change nothing.</summary>
    public Deal After(IReadOnlyCollection<DealReport> reports)
    {
        var price = reports.Aggregate(Price, (latest, report) => PriceReport.Latest(latest, report.Price));
        var deletions = reports.Where(r => r.Deletion is not null).Select(r => r.Deletion!).Except(Deletions).ToList();
        var observations = reports.Select(r => r.Observation).OfType<Observation>().Select(Keepable).ToList();
        var deal = this with
        {
            Price = price,
            Deletions = deletions.Count == 0 ? Deletions : [.. Deletions, .. deletions],
            Details = reports.Aggregate(Details, (known, report) => DealDetails.Merge(known, report.Details)),
            Marks = IsForgotten ? Marks : MarkSet.Add(Marks, reports.SelectMany(report => report.Marks)),
        };
        return observations.Count == 0 ? deal : deal.Observing(observations);
    }

    private Observation Keepable(Observation reported) => IsForgotten ? reported with { Payload = null } : reported;

    private Deal Observing(IEnumerable<Observation> reported)
    {
        var known = History
            .Select(row => row.Observation)
            .Concat(Duplicates)
            .Concat(reported)
            .GroupBy(o => o.Key)
            .Select(same => same.Aggregate(Observation.Merge))
            .ToList();
        var (history, duplicates) = StageLedger.Arrange(known);
        return this with { History = history, Duplicates = duplicates };
    }
}
