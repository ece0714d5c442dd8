namespace AmoCrmQualification.Sandbox.World;

/// <summary>The pipelines of an account. Each is born with its three system stages: incoming, 142 and 143.</summary>
public sealed class CrmPipelines
{
    private static readonly string[] Palette =
    [
        "#99ccff",
        "#ffff99",
        "#ffcc66",
        "#ffcccc",
        "#87f2c0",
        "#ccc8f9",
        "#98cbff",
        "#deff81",
    ];

    private readonly CrmAccount _account;
    private readonly Dictionary<long, CrmPipeline> _pipelines = [];

    internal CrmPipelines(CrmAccount account) => _account = account;

    public IReadOnlyList<CrmPipeline> All
    {
        get
        {
            lock (_account.Gate)
                return [.. _pipelines.Values.OrderBy(p => p.Sort).ThenBy(p => p.Id)];
        }
    }

    public CrmPipeline Main =>
        All.FirstOrDefault(p => p.IsMain) ?? throw CrmProblem.Unprocessable($"Account {_account.Id} has no pipeline yet");

    public CrmPipeline? Find(long id)
    {
        lock (_account.Gate)
            return _pipelines.GetValueOrDefault(id);
    }

    public CrmPipeline Get(long id) => Find(id) ?? throw CrmProblem.NotFound($"No pipeline {id}");

    public CrmPipeline Add(string name, params string[] stages) =>
        Add(new NewPipeline(name, [.. stages.Select(s => new NewStage(s))]));

    public CrmPipeline Add(NewPipeline plan)
    {
        lock (_account.Gate)
        {
            var id = plan.Id ?? _account.World.Ids.Pipeline();
            var custom = (plan.Stages ?? [new NewStage("Первичный контакт")]).Select((s, i) => Stage(s, 20 + 10 * i, i));
            List<CrmStage> stages =
            [
                // Derived from the pipeline's id, so that a demo account looks the same after every restart.
                new(plan.Id is null ? _account.World.Ids.Status() : id * 10, "Неразобранное", 10, "#c1c1c1", 1),
                .. custom,
                new(CrmStage.Won, "Успешно реализовано", 10_000, "#CCFF66"),
                new(CrmStage.Lost, "Закрыто и не реализовано", 11_000, "#D5D8DB"),
            ];
            return _pipelines[id] = new CrmPipeline(
                id,
                plan.Name,
                plan.Sort ?? _pipelines.Count + 1,
                _pipelines.Count == 0,
                false,
                stages
            );
        }
    }

    public void Rename(long id, string name) => Change(id, p => p with { Name = name });

    public void Archive(long id) => Change(id, p => p with { IsArchive = true });

    public void Remove(long id)
    {
        lock (_account.Gate)
        {
            if (Get(id).IsMain || _account.Leads.All.Any(l => l.PipelineId == id && !l.IsDeleted))
                throw CrmProblem.Unprocessable("The main pipeline and one that holds deals cannot be deleted");
            _pipelines.Remove(id);
        }
    }

    public CrmStage AddStage(long pipelineId, NewStage plan)
    {
        lock (_account.Gate)
        {
            var stages = Get(pipelineId).Stages;
            var stage = Stage(plan, stages.Where(s => s.Sort < 10_000).Max(s => s.Sort) + 10, stages.Count);
            Change(pipelineId, p => p with { Stages = [.. p.Stages.Append(stage).OrderBy(s => s.Sort)] });
            return stage;
        }
    }

    /// <summary>Also 142 and 143: their names may be changed, their ids never.</summary>
    public void ChangeStage(long pipelineId, long statusId, string? name = null, string? color = null, int? sort = null) =>
        Change(
            pipelineId,
            p =>
                p with
                {
                    Stages =
                    [
                        .. p
                            .Stages.Select(s =>
                                s.Id != statusId
                                    ? s
                                    : s with
                                    {
                                        Name = name ?? s.Name,
                                        Color = color ?? s.Color,
                                        Sort = sort ?? s.Sort,
                                    }
                            )
                            .OrderBy(s => s.Sort),
                    ],
                }
        );

    public void RemoveStage(long pipelineId, long statusId)
    {
        if (Get(pipelineId).Stages.Any(s => s.Id == statusId && s.IsSystem))
            throw CrmProblem.Unprocessable("A system stage cannot be deleted");
        Change(pipelineId, p => p with { Stages = [.. p.Stages.Where(s => s.Id != statusId)] });
    }

    private void Change(long id, Func<CrmPipeline, CrmPipeline> change)
    {
        lock (_account.Gate)
            _pipelines[id] = change(Get(id));
    }

    private CrmStage Stage(NewStage plan, int sort, int position) =>
        new(
            plan.Id ?? _account.World.Ids.Status(),
            plan.Name,
            plan.Sort ?? sort,
            plan.Color ?? Palette[position % Palette.Length]
        );
}
