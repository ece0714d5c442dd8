namespace AmoCrmQualification.Sandbox.World;

/// <summary>Story of the n-th generated deal: everything here is a function of the seed and that number.</summary>
internal sealed class GeneratedStory
{
    private const int Born = 1;
    private const int Moved = 2;
    private const double LongestWait = 12 * 86_400;

    private readonly CrmAccount _account;
    private readonly GeneratePlan _plan;
    private readonly (long Id, long[] Open)[] _pipelines;
    private readonly long[] _people;
    private readonly long[] _reasons;
    private readonly long _from;
    private readonly long _to;

    public GeneratedStory(GeneratePlan plan, CrmAccount account)
    {
        (_account, _plan) = (account, plan);
        _to = plan.To ?? account.World.Now;
        _from = plan.From ?? (_to - (365 * 86_400));
        _pipelines =
        [
            .. account
                .Pipelines.All.Where(p => !p.IsArchive)
                .Select(p => (p.Id, Open: p.Stages.Where(s => !s.IsSystem).Select(s => s.Id).ToArray()))
                .Where(p => p.Open.Length > 0),
        ];
        _people = [.. account.Users.All.Select(u => u.Id)];
        _reasons = [.. account.LossReasons.All.Select(r => r.Id)];
        Check();
    }

    public int Count => _plan.Deals;

    public long CreatedAt(int row) => _from + (long)((row + Throw(row, Born).Fraction()) * (_to - _from) / _plan.Deals);

    public (long Pipeline, long First) Start(int row)
    {
        var (id, open) = Pipeline(row);
        return (id, open[0]);
    }

    /// <summary>Forward through the stages, to and fro at the last of them, and often closed in the end.</summary>
    public IReadOnlyList<(long At, long Status)> Path(int row)
    {
        var dice = Throw(row, Moved);
        var (open, at, count) = (Pipeline(row).Open, CreatedAt(row), dice.Below((2 * _plan.Moves) + 1));
        List<(long At, long Status)> path = new(count);
        for (var step = 1; step <= count; step++)
        {
            var closes = step == count && dice.Chance(0.6);
            var room = Math.Min((double)(_to - at - 1) / (count - step + 1), LongestWait);
            if (room < 0 || (!closes && open.Length == 1))
                break;
            at += 1 + (long)(dice.Fraction() * room);
            path.Add((at, closes ? Closing(ref dice) : Open(open, step)));
        }

        return path;
    }

    public CrmLead Lead(int row, long id, long? contactId, IReadOnlyList<CrmField> fields)
    {
        var (path, dice) = (Path(row), Throw(row, Born));
        var created = CreatedAt(row);
        _ = dice.Fraction(); // the moment of birth
        var (pipeline, first) = Start(row);
        var (updated, status) = path.Count > 0 ? path[^1] : (created, first);
        var price = path.Count > 1 ? 1000 * (5 + dice.Below(400)) : 0;
        return new CrmLead
        {
            Id = id,
            Name = $"Сделка #{id}",
            Price = price,
            PipelineId = pipeline,
            StatusId = status,
            LossReasonId = status == CrmStage.Lost && _reasons.Length > 0 ? dice.OneOf(_reasons) : null,
            ResponsibleUserId = dice.OneOf(_people),
            UpdatedBy = path.Count > 0 ? _account.AdminId : 0,
            CreatedAt = created,
            UpdatedAt = updated,
            ClosedAt = status is CrmStage.Won or CrmStage.Lost ? updated : null,
            ContactIds = contactId is { } contact ? [contact] : [],
            Fields = fields,
        };
    }

    private static long Open(long[] stages, int step) =>
        step < stages.Length ? stages[step] : stages[stages.Length - 1 - ((step - stages.Length + 1) % 2)];

    private static long Closing(ref Dice dice) => dice.Chance(0.35) ? CrmStage.Won : CrmStage.Lost;

    private (long Id, long[] Open) Pipeline(int row) => _pipelines[(uint)row % _pipelines.Length];

    private Dice Throw(int row, int purpose) => new(_plan.Seed, row, purpose);

    private void Check()
    {
        if (_pipelines.Length == 0)
            throw CrmProblem.Unprocessable($"Account {_account.Id} has no pipeline with stages yet");
        if (_plan.Deals < 1 || _plan.Moves is < 0 or > GeneratePlan.MovesLimit || _from >= _to)
            throw CrmProblem.BadRequest($"deals ≥ 1, moves ≤ {GeneratePlan.MovesLimit} and from < to are needed");
    }
}
