using AmoCrmQualification.Domain.AmoCrm;
using AmoCrmQualification.Domain.Attribution;
using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Application.Tests.Ledger;

/// <summary>What webhooks and the journal tell of a deal, and how it stands in the end.</summary>
internal sealed class DealLife
{
    private static readonly long[] s_statuses = [21, 22, 23, 142, 143];
    private static readonly string[] s_values = ["1234567", "video_3", "a|7654321|b", "{{ad.id}}", "кухня"];

    private readonly Random _random;
    private readonly DealKey _deal;
    private readonly DateTimeOffset _made;
    private readonly List<DealReport> _reports = [];
    private DateTimeOffset _at;
    private Stage _stage = new(new(11), new(s_statuses[0]));

    public DealLife(Random random, DealKey deal, DateTimeOffset made)
    {
        (_random, _deal, _made, _at) = (random, deal, made, made);
        for (var steps = random.Next(1, 5); steps > 0; steps--)
            Go(steps);
        if (Chance(3))
            _reports.Add(
                Empty with
                {
                    Marks = FieldMarks.ReadAddresses(["https://a.b/?utm_content=7654321"], MarkSource.Unsorted, made),
                }
            );
        State = Empty with
        {
            Observation = Seen(ReportSource.Poll),
            Price = new(7, _at, _at),
            Details = new(made, new(new(77), _at), TaggedLead: null),
            Marks = FieldMarks.Read(Fields(), MarkSource.Api, _at),
        };
    }

    public IReadOnlyList<DealReport> Reports => _reports;

    public DealReport State { get; }

    private DealReport Empty => new(_deal, null, null, null);

    private void Go(int step)
    {
        // The trigger of a digital pipeline does not tell when the deal was made.
        var details = Chance(4) ? new DealDetails(null, null, null) : new(_made, new(new(70 + step), _at), TaggedLead: null);
        _reports.Add(
            Empty with
            {
                Observation = Seen(ReportSource.Webhook),
                Price = new(100 * step, _at, _at),
                Details = details,
                Marks = Chance(2) ? FieldMarks.Read(Fields(), MarkSource.Webhook, _at) : [],
            }
        );
        if (Chance(3))
            _reports.Add(Empty with { Observation = Seen(ReportSource.EventsApi) });
        if (Chance(5))
            _reports.Add(Empty with { Deletion = new(DeletionKind.Deleted, _at, Body: step) });
        _at = Chance(6) ? _at.AddDays(35) : _at.AddMinutes(_random.Next(1, 600));
        _stage = _stage with { Status = new(s_statuses[_random.Next(s_statuses.Length)]) };
    }

    private Observation Seen(ReportSource source) => Observation.From(source, _stage, _at, _at.AddSeconds(1));

    private IEnumerable<DealField> Fields() =>
        [new(5, "UTM_CONTENT", "utm_content", [Value()]), new(9, null, "Кампания", [Value()])];

    private string Value() => s_values[_random.Next(s_values.Length)];

    private bool Chance(int oneOf) => _random.Next(oneOf) == 0;
}
