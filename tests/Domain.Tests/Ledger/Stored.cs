using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Domain.Tests.Ledger;

/// <summary>A deal as the database keeps it between batches: payloads are written, not read back; marks have no order.</summary>
internal sealed class Stored
{
    private readonly Dictionary<(DateTimeOffset, Stage), string> _payloads = [];

    public Deal Deal { get; private set; } = new(Given.Key, Given.OurLead);

    public void Take(IReadOnlyCollection<DealReport> batch)
    {
        var after = Deal.After(batch);
        foreach (var seen in after.History.Select(row => row.Observation).Concat(after.Duplicates))
        {
            if (seen.Payload is { } payload)
                _payloads[seen.Key] = payload;
        }

        Deal = RoundTrip(after);
    }

    public static Deal RoundTrip(Deal deal) =>
        deal with
        {
            History = [.. deal.History.Select(row => row with { Observation = Loaded(row.Observation) })],
            Duplicates = [.. deal.Duplicates.Select(Loaded).Reverse()],
            Deletions = [.. deal.Deletions.Reverse()],
        };

    /// <summary>All that is to be the same, whatever way it came about; one line each, to read a difference.</summary>
    public string Face()
    {
        var status = LeadStatus.From(Deal, stage => stage == Given.Talk || stage == Given.Won);
        return string.Join(
            '\n',
            [
                .. Deal.History.Select(row =>
                    $"{Show(row.Observation)} from {row.FromPipeline?.Value}/{row.FromStatus?.Value} #{row.OrderInSecond}"
                ),
                .. Deal.Duplicates.Select(seen => "seen " + Show(seen)).Order(StringComparer.Ordinal),
                .. StageLedger.Reached(Deal.History).Select(r => r.ToString()).Order(StringComparer.Ordinal),
                .. Deal.Deletions.Select(m => m.ToString()).Order(StringComparer.Ordinal),
                $"{Deal.Price} {Deal.Outcome} {status}",
            ]
        );
    }

    private string Show(Observation seen) => (seen with { Payload = _payloads[seen.Key] }).ToString();

    private static Observation Loaded(Observation seen) => seen with { Payload = null, SourcePosition = -1 };
}
