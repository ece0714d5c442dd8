using AmoCrmQualification.Application.Ops;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Integration.Tests.Support;

/// <summary>Asks for runs and waits for them.</summary>
internal static class RunCalls
{
    /// <summary>Asks for a reconciliation; answers the id of the run that will do it.</summary>
    public static async Task<Guid> AskToReconcileAsync(this TestAccount account)
    {
        using var answer = await account.SendAsync(HttpMethod.Post, "/api/amocrm/reconcile");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Accepted), await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).Id("run_id");
    }

    /// <summary>Reconciles and waits until it is done.</summary>
    public static async Task<JsonElement> ReconcileAsync(this TestAccount account)
    {
        var run = await account.EndedAsync(await account.AskToReconcileAsync());
        Assert.That(run.Text("state"), Is.EqualTo("done"), run.ToString());
        return run;
    }

    /// <summary>The run once it has ended.</summary>
    public static Task<JsonElement> EndedAsync(this TestAccount account, Guid id) =>
        account.RunAsync(id, run => run.Text("state") != "running");

    /// <summary>What the schedule does once a day.</summary>
    public static async Task PurgeAsync(this Service service)
    {
        await using var scope = service.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new PurgeExpiredCommand(30));
    }

    public static async Task<JsonElement> RunAsync(this TestAccount account, Guid id, Func<JsonElement, bool> until)
    {
        JsonElement? found = null;
        await TestAccount.UntilAsync(
            async () =>
            {
                var runs = await account.ItemsAsync("/api/sync-runs?limit=500");
                found = runs.Where(run => run.Id() == id).Select(run => (JsonElement?)run).FirstOrDefault();
                return found is { } run && until(run);
            },
            () => $"the run: {found}"
        );
        return found!.Value;
    }
}
