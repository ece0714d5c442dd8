using System.Globalization;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Analytics;

/// <summary>An account with a pipeline, whose deals are led through it by webhooks.</summary>
internal sealed class FigurePipeline
{
    /// <summary>When the first lead comes in; times are minutes from then.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, long> _status;
    private long _deals;

    private FigurePipeline(TestAccount account, long id, Dictionary<string, long> status) =>
        (Account, Id, _status) = (account, id, status);

    public TestAccount Account { get; }

    public long Id { get; }

    public long this[string stage] => _status[stage];

    /// <summary>Stages of the given names between the incoming one and the two that close; <c>*</c> flags one as qualified.</summary>
    public static async Task<FigurePipeline> OpenAsync(TestAccount account, params string[] stages)
    {
        var pipeline = account.Crm.Pipelines.Add("Продажи", [.. stages.Select(s => s.TrimEnd('*'))]);
        await account.SyncAsync();
        var statuses = stages.Select(s => s.TrimEnd('*')).ToDictionary(s => s, s => pipeline[s]);
        (statuses["won"], statuses["lost"]) = (CrmStage.Won, CrmStage.Lost);
        var opened = new FigurePipeline(account, pipeline.Id, statuses);
        foreach (var flagged in stages.Where(s => s.EndsWith('*')))
            await account.FlagAsync(pipeline.Id, pipeline[flagged.TrimEnd('*')]);
        return opened;
    }

    /// <summary>
    /// A lead and its way: <c>A@0 Q@60</c> entered stage A as it came in and Q an hour later. Another pipeline's stage is
    /// named by the ids: <c>77/5@90</c>.
    /// </summary>
    public async Task<JsonElement> LeadAsync(string way, Guid? creative = null, int createdMinute = 0)
    {
        var deal = 500 + Interlocked.Increment(ref _deals);
        var lead = await Account.LeadAsync(
            new
            {
                source_type = "website",
                phone = "+79161234567",
                amocrm_lead_id = deal,
                creative_id = creative,
                created_at = Start.AddMinutes(createdMinute),
            }
        );
        await Account.DeliverAsync([
            .. way.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(step => Form(deal, step.Split('@'))),
        ]);
        return lead;
    }

    public Task<JsonElement> AskAsync(string figure, string filter = "") =>
        Account.FiguresAsync($"{figure}?pipelineId={Id}&{filter}");

    /// <summary>A stage of the answer, by its name here.</summary>
    public JsonElement Stage(JsonElement answer, string name) =>
        answer.List("stages").Single(stage => stage.Number("status_id") == _status[name]);

    private string Form(long deal, string[] step)
    {
        var at = Start.AddMinutes(double.Parse(step[1], CultureInfo.InvariantCulture)).ToUnixTimeSeconds();
        return step[0].Split('/') is [var pipeline, var status]
            ? LeadForm.Status(
                deal,
                long.Parse(pipeline, CultureInfo.InvariantCulture),
                long.Parse(status, CultureInfo.InvariantCulture),
                at
            )
            : LeadForm.Status(deal, Id, _status[step[0]], at);
    }
}
