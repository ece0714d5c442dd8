namespace AmoCrmQualification.Domain.Ledger;

/// <summary>Outcome of a closed deal. Only a paid sale is revenue.</summary>
public enum SaleStatus
{
    Paid,
    Lost,

    /// <summary>It was closed once and is open again.</summary>
    Reversed,
}

/// <summary>Outcome of a deal as a sale, by its history alone.</summary>
/// <param name="Stage">The closing stage, also of a sale that was reversed.</param>
/// <param name="At">When the deal last entered it.</param>
public sealed record DealOutcome(SaleStatus Status, Stage Stage, DateTimeOffset At)
{
    public static DealOutcome? From(IReadOnlyList<StatusHistory> history)
    {
        for (var i = history.Count - 1; i >= 0; i--)
        {
            var (stage, at) = (history[i].Observation.Stage, history[i].Observation.ChangedAt);
            if (!stage.Status.IsClosing)
                continue;

            var isLast = i == history.Count - 1;
            var status =
                !isLast ? SaleStatus.Reversed
                : stage.Status == AmoStatusId.Won ? SaleStatus.Paid
                : SaleStatus.Lost;
            return new(status, stage, at);
        }

        return null;
    }
}
