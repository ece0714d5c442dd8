using System.Globalization;

namespace AmoCrmQualification.Sandbox.World;

/// <summary>The journal of generated deals: their births and their moves.</summary>
internal sealed class GeneratedEvents : IRowSource<CrmEvent>
{
    private const int StepBits = 5; // twice GeneratePlan.MovesLimit and the birth fit in
    private const int StepMask = (1 << StepBits) - 1;
    private const string Born = "lead_added";
    private const string Moved = "lead_status_changed";

    private readonly GeneratedStory _story;
    private readonly CrmAccount _account;
    private readonly TimeIndex _index;
    private readonly long _firstLead;
    private readonly long _firstSequence;

    public GeneratedEvents(GeneratedStory story, CrmAccount account, long firstLead, long firstSequence)
    {
        (_story, _account, _firstLead, _firstSequence) = (story, account, firstLead, firstSequence);
        _index = new TimeIndex(Enumerable.Range(0, story.Count).SelectMany(Journal));
    }

    /// <summary>Upper bound of the event numbers that so many deals may take.</summary>
    public static long Numbers(int deals) => (long)deals << StepBits;

    public int Count => _index.Count;

    public IEnumerable<Row<CrmEvent>> Select(EventQuery query)
    {
        var wanted = new[] { Born, Moved }.Where(query.IsType).ToHashSet();
        if (wanted.Count == 0 || !query.IsEntity("lead"))
            return [];

        var rows =
            query.EntityIds.Count == 0
                ? _index.Between(query.From, query.To, query.Ascending)
                : query
                    .EntityIds.Where(id => id >= _firstLead && id < _firstLead + _story.Count)
                    .SelectMany(id => Journal((int)(id - _firstLead)))
                    .Where(e => e.At >= query.From && e.At <= query.To && _index.Contains(e.At, e.Row))
                    .OrderBy(e => query.Ascending ? (e.At, e.Row) : (-e.At, -e.Row));
        return rows.Where(e => wanted.Contains(TypeOf(e.Row)))
            .Select(e => new Row<CrmEvent>(e.At, _firstSequence + e.Row, null, this));
    }

    public CrmEvent Get(long id)
    {
        var number = (int)(id - _firstSequence);
        var (row, step) = (number >> StepBits, number & StepMask);
        var (lead, (pipeline, first)) = (_firstLead + row, _story.Start(row));
        if (step == 0)
        {
            var created = _story.CreatedAt(row);
            var note = string.Create(CultureInfo.InvariantCulture, $$$"""[{"note":{"id":{{{id}}}}}]""");
            return new CrmEvent(EventId.Create(_account.Id, id, created), Born, "lead", lead, 0, created, note, "[]");
        }

        var path = _story.Path(row);
        var (at, status) = path[step - 1];
        return new CrmEvent(
            EventId.Create(_account.Id, id, at),
            Moved,
            "lead",
            lead,
            _account.AdminId,
            at,
            ChangeTrail.Place(pipeline, status),
            ChangeTrail.Place(pipeline, step == 1 ? first : path[step - 2].Status)
        );
    }

    public int Forget(long? entity, long? before) =>
        _index.RemoveAll(
            (at, number) => (entity is null || _firstLead + (number >> StepBits) == entity) && (before is null || at < before)
        );

    private IEnumerable<(long At, int Row)> Journal(int row) =>
        _story
            .Path(row)
            .Select((move, i) => (move.At, (row << StepBits) + i + 1))
            .Prepend((_story.CreatedAt(row), row << StepBits));

    private static string TypeOf(int number) => (number & StepMask) == 0 ? Born : Moved;
}
