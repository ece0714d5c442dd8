using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Reconciliation;

/// <summary>Random lives of deals in the simulated amoCRM, and the hooks that it would send of them.</summary>
internal sealed class CrmLives
{
    private readonly CrmAccount _crm;
    private readonly Random _random;
    private readonly List<(long Pipeline, long Status)> _stages;
    private readonly List<CrmLead> _deals = [];

    public CrmLives(CrmAccount crm, int seed)
    {
        (_crm, _random) = (crm, new(seed));
        _stages = [.. crm.Pipelines.All.SelectMany(p => p.Stages.Where(s => s.Type == 0).Select(s => (p.Id, s.Id)))];
    }

    public IReadOnlyList<CrmLead> Deals => _deals;

    public void Begin(int deals, long at)
    {
        for (var i = 0; i < deals; i++)
            _deals.Add(_crm.Leads.Create(new NewLead { At = at + _random.Next(50) }));
    }

    /// <summary>What amoCRM says of the making of the deals.</summary>
    public IEnumerable<string> Adds() => _deals.Select(d => LeadForm.Add(d.Id, d.PipelineId, d.StatusId, d.CreatedAt));

    /// <summary>Moves deals about; answers the hooks of each move: a status and its update.</summary>
    public List<string[]> Live(int moves, long from, int step = 30)
    {
        var hooks = new List<string[]>();
        var at = from;
        for (var i = 0; i < moves; i++)
        {
            at += _random.Next(1, step);
            var deal = _crm.Leads.Get(_deals[_random.Next(_deals.Count)].Id);
            hooks.Add(Move(deal, at));
            // A second move within the second, that leads on from the first.
            if (_random.Next(4) == 0)
                hooks.Add(Move(_crm.Leads.Get(deal.Id), at, not: (deal.PipelineId, deal.StatusId)));
        }

        return hooks;
    }

    /// <summary>The truth of a deal: where it was when, by amoCRM's own journal.</summary>
    public IReadOnlyList<string> Truth(CrmLead born) =>
        [
            $"{born.PipelineId}/{born.StatusId} @{born.CreatedAt}",
            .. _crm
                .Events.All.Where(e => e.EntityId == born.Id && e.Type == "lead_status_changed")
                .OrderBy(e => e.CreatedAt)
                .ThenBy(e => e.Id, StringComparer.Ordinal)
                .Select(e => $"{Place(e.ValueAfter)} @{e.CreatedAt}"),
        ];

    /// <summary>What is known here of the leads, one for each deal, is the truth: each stage at its time, and the current one.</summary>
    public async Task AssertIsHistoryAsync(TestAccount account, IReadOnlyList<JsonElement> leads)
    {
        foreach (var (deal, lead) in _deals.Zip(leads))
        {
            var way = (await account.HistoryAsync(lead)).Select(row =>
                $"{row.Number("to_pipeline_id")}/{row.Number("to_status_id")} @{row.Time("changed_at")!.Value.ToUnixTimeSeconds()}"
            );
            Assert.That(way, Is.EqualTo(Truth(deal)).AsCollection);
            var now = _crm.Leads.Get(deal.Id);
            Assert.That((await account.LeadByIdAsync(lead)).Stage(), Is.EqualTo($"{now.PipelineId}/{now.StatusId}"));
        }
    }

    private string[] Move(CrmLead deal, long at, (long, long)? not = null)
    {
        var others = _stages.Where(s => s != (deal.PipelineId, deal.StatusId) && s != not && s.Status != deal.StatusId).ToList();
        var (pipeline, status) = others[_random.Next(others.Count)];
        _crm.Leads.Move(deal.Id, status, pipeline, at: at);
        return
        [
            LeadForm.Status(deal.Id, pipeline, status, at, deal.StatusId),
            LeadForm.Update(deal.Id, pipeline, status, at, deal.StatusId),
        ];
    }

    private static string Place(string value)
    {
        var status = JsonElement.Parse(value)[0].GetProperty("lead_status");
        return $"{status.Number("pipeline_id")}/{status.Number("id")}";
    }
}
