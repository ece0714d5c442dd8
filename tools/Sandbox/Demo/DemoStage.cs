using System.Text.Json;
using System.Text.Json.Nodes;
using AmoCrmQualification.Sandbox.Control;

namespace AmoCrmQualification.Sandbox.Demo;

/// <summary>The demo's side of the sandbox: puts the deals there and plays their lives, through the control API.</summary>
internal sealed class DemoStage(JsonClient sandbox)
{
    private const int StepsPerCall = 500;

    private static readonly string Account = $"/sandbox/accounts/{DemoAccount.Id}";

    public static string Undelivered => $"{Account}/deliveries?state=given_up";

    public async Task<bool> IsEmptyAsync(CancellationToken cancellationToken) =>
        (await sandbox.GetAsync(Account, cancellationToken))!["leads"]!.GetValue<int>() == 0;

    public Task ClearAsync(CancellationToken cancellationToken) =>
        sandbox.SendAsync(HttpMethod.Post, $"{Account}/clear", null, cancellationToken);

    public Task SetWebhookAsync(string destination, CancellationToken cancellationToken) =>
        sandbox.SendAsync(
            HttpMethod.Put,
            $"{Account}/webhooks",
            new JsonObject { ["destination"] = destination },
            cancellationToken
        );

    public Task AddDealsAsync(IReadOnlyList<DemoDeal> deals, CancellationToken cancellationToken) =>
        PlayAsync(deals.SelectMany(DemoBirth.Tell), cancellationToken);

    public async Task AddFormsAsync(IEnumerable<NewForm> forms, CancellationToken cancellationToken)
    {
        foreach (var form in forms)
        {
            var body = JsonSerializer.SerializeToNode(form, ControlJson.Options);
            await sandbox.SendAsync(HttpMethod.Post, $"{Account}/unsorted", body, cancellationToken);
        }
    }

    /// <summary>All lives at once, in the order of time, as the account would have seen them.</summary>
    public Task LiveAsync(IReadOnlyList<DemoDeal> deals, CancellationToken cancellationToken) =>
        PlayAsync(
            deals
                .SelectMany(d => d.Life.Select(step => (d.LeadId, Step: step)))
                .OrderBy(s => s.Step.At)
                .ThenBy(s => s.LeadId)
                .Select(s => new DealControl.StoryStep(
                    Verb: s.Step.Verb,
                    LeadId: s.LeadId,
                    Change: new DealControl.Change(
                        s.Step.StatusId,
                        s.Step.PipelineId,
                        s.Step.Price,
                        s.Step.LossReasonId,
                        At: s.Step.At
                    )
                )),
            cancellationToken
        );

    /// <summary>Waits for retries to end; gives how many webhooks were given up.</summary>
    public async Task<int> UndeliveredAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        var until = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        while (
            Environment.TickCount64 < until
            && await CountAsync($"{Account}/deliveries?state=retrying&limit=1", cancellationToken) > 0
        )
            await Task.Delay(250, cancellationToken);
        return await CountAsync(Undelivered, cancellationToken);
    }

    public Task DrainAsync(CancellationToken cancellationToken) =>
        sandbox.SendAsync(HttpMethod.Post, "/sandbox/drain", null, cancellationToken);

    private async Task<int> CountAsync(string list, CancellationToken cancellationToken) =>
        (await sandbox.GetAsync(list, cancellationToken))!.AsArray().Count;

    private async Task PlayAsync(IEnumerable<DealControl.StoryStep> steps, CancellationToken cancellationToken)
    {
        foreach (var part in steps.Chunk(StepsPerCall))
        {
            var body = JsonSerializer.SerializeToNode(part, ControlJson.Options);
            await sandbox.SendAsync(HttpMethod.Post, $"{Account}/play", body, cancellationToken);
            await DrainAsync(cancellationToken); // the receiver sets the pace
        }
    }
}
