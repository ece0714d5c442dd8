namespace AmoCrmQualification.Domain.Analytics;

/// <summary>
/// Evidence on one creative as days pass: the smallest against all the others and against the others without any one of them,
/// so that one strong creative does not make its equals look worse.
/// </summary>
internal sealed class CreativeEvidence
{
    // Without one of the others there must be enough of them left to compare with.
    private const long FewestLeft = 20;
    private const double SmallestShareLeft = 1.0 / 3;

    private readonly JudgedTable _table;
    private readonly int _creative;
    private readonly EvidenceProcess _againstAll = new();
    private readonly List<(int LeftOut, EvidenceProcess Process)> _without;

    public CreativeEvidence(JudgedTable table, int creative)
    {
        (_table, _creative) = (table, creative);
        var others = table.Leads - table.LeadsOf(creative);
        _without =
        [
            .. Enumerable
                .Range(0, table.Count)
                .Where(other => other != creative && MayBeLeftOut(table.LeadsOf(other), others))
                .Select(other => (other, new EvidenceProcess())),
        ];
    }

    /// <summary>By the days that were added.</summary>
    public Evidence Evidence =>
        _without.Aggregate(_againstAll.Evidence, (smallest, one) => smallest.Smallest(one.Process.Evidence));

    /// <summary>Adds a row of the table; rows come in order.</summary>
    public void Add(int day)
    {
        var own = _table.LeadsOf(_creative, day);
        var others = _table.LeadsOfOthers(_creative, day);
        _againstAll.Add(own, others);
        foreach (var (leftOut, process) in _without)
            process.Add(own, others - _table.LeadsOf(leftOut, day));
    }

    // By the leads of all days: if it changed from day to day, evidence would leap on days that say nothing.
    private static bool MayBeLeftOut(long leads, long others) =>
        others - leads >= FewestLeft && others - leads >= others * SmallestShareLeft;
}
