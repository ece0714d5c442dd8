namespace AmoCrmQualification.Domain.Analytics;

/// <summary>
/// Evidence on one creative as days pass: the smallest against all the others and against the others without any one of them,
/// so that one strong creative does not make its equals look worse.
/// </summary>
internal sealed class CreativeEvidence(JudgedTable table, int creative)
{
    // Without one of the others there must be enough of them left to compare with.
    private const long FewestLeft = 20;
    private const double SmallestShareLeft = 1.0 / 3;

    private readonly EvidenceProcess _againstAll = new();
    private readonly EvidenceProcess[] _without = [.. Enumerable.Range(0, table.Count).Select(_ => new EvidenceProcess())];
    private readonly long[] _leads = new long[table.Count];
    private long _others;

    /// <summary>By the days that were added.</summary>
    public Evidence Evidence
    {
        get
        {
            var evidence = _againstAll.Evidence;
            for (var other = 0; other < table.Count; other++)
            {
                var left = _others - _leads[other];
                if (other != creative && left >= FewestLeft && left >= _others * SmallestShareLeft)
                    evidence = evidence.Smallest(_without[other].Evidence);
            }
            return evidence;
        }
    }

    /// <summary>Adds a row of the table; rows come in order.</summary>
    public void Add(int day)
    {
        var own = table.LeadsOf(creative, day);
        var others = table.LeadsOfOthers(creative, day);
        _againstAll.Add(own, others);
        _others += others.Leads;
        for (var other = 0; other < table.Count; other++)
        {
            if (other == creative)
                continue;
            var left = table.LeadsOf(other, day);
            _without[other].Add(own, others - left);
            _leads[other] += left.Leads;
        }
    }
}
