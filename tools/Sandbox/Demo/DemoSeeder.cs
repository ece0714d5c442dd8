using System.Diagnostics;

namespace AmoCrmQualification.Sandbox.Demo;

/// <summary>Fills a fresh product with 90 days of one business, as a client of its HTTP contract and nothing more.</summary>
internal static class DemoSeeder
{
    private const int LeadsAtOnce = 8;
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan SettlePatience = TimeSpan.FromSeconds(90);

    public static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var (api, sandbox) = (
            arguments.Address("api", "http://localhost:5080"),
            arguments.Address("sandbox", "http://localhost:5081")
        );
        var keyFile = arguments.Text("admin-key-file") ?? ".data/admin-key";
        try
        {
            var account = await SeedAsync(api, sandbox, keyFile, cancellationToken, arguments.Has("elsewhere"));
            DemoGuide.Print(api, sandbox, keyFile, account);
            return 0;
        }
        catch (Exception failure) when (failure is RefusedException or HttpRequestException or TimeoutException or IOException)
        {
            await Console.Error.WriteLineAsync($"The demo could not be filled: {failure.Message}");
            return 1;
        }
    }

    /// <param name="elsewhere">Only our own deals pass through the product's intake; it has to find the others in amoCRM.</param>
    /// <returns>The product's id of the demo account.</returns>
    public static async Task<string> SeedAsync(
        Uri api,
        Uri sandbox,
        string keyFile,
        CancellationToken cancellationToken,
        bool elsewhere = false
    )
    {
        using var sandboxClient = new JsonClient(sandbox);
        await WaitAsync(api, keyFile, cancellationToken);
        var key = (await File.ReadAllTextAsync(keyFile, cancellationToken)).Trim();
        using var apiClient = new JsonClient(api, key);
        var (product, stage) = (new DemoProduct(apiClient), new DemoStage(sandboxClient));

        await product.MakeAdministratorAsync(key, cancellationToken);
        var connection = await product.ConnectAsync(cancellationToken);
        var deals = DemoPlan.For(connection.CreatedAt);
        if (connection.IsComplete)
            await RememberAsync(stage, connection, deals, elsewhere, cancellationToken);
        else
            await FillAsync(product, stage, connection, deals, elsewhere, cancellationToken);
        return connection.Account;
    }

    /// <summary>A restarted sandbox has forgotten everything: it gets the same deals back, silently.</summary>
    private static async Task RememberAsync(
        DemoStage stage,
        DemoConnection connection,
        IReadOnlyList<DemoDeal> deals,
        bool elsewhere,
        CancellationToken cancellationToken
    )
    {
        if (await stage.IsEmptyAsync(cancellationToken))
        {
            await stage.AddDealsAsync(deals, cancellationToken);
            await stage.LiveAsync(deals, cancellationToken);
            await stage.AddDealsAsync([DemoPlan.ByHand(connection.CreatedAt)], cancellationToken);
            if (elsewhere)
                await stage.AddFormsAsync(DemoForms.For(connection.CreatedAt), cancellationToken);
        }

        await stage.SetWebhookAsync(connection.WebhookUrl, cancellationToken);
    }

    private static async Task FillAsync(
        DemoProduct product,
        DemoStage stage,
        DemoConnection connection,
        IReadOnlyList<DemoDeal> deals,
        bool elsewhere,
        CancellationToken cancellationToken
    )
    {
        var started = Stopwatch.GetTimestamp();
        await product.AddCampaignsAsync(connection.Account, cancellationToken);
        await product.AddSpendAsync(connection.Account, DemoSpend.For(connection.CreatedAt), cancellationToken);
        await product.SyncPipelinesAsync(connection.Account, cancellationToken);
        await stage.ClearAsync(cancellationToken);
        await stage.SetWebhookAsync(connection.WebhookUrl, cancellationToken);

        var pace = new ParallelOptions { MaxDegreeOfParallelism = LeadsAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            deals.Where(deal => !elsewhere || !deal.IsElsewhere),
            pace,
            async (deal, token) => await product.AddLeadAsync(connection.Account, deal, token)
        );
        await stage.AddDealsAsync(deals, cancellationToken);
        await stage.LiveAsync(deals, cancellationToken);
        var byHand = DemoPlan.ByHand(connection.CreatedAt);
        await product.AddTwinsAsync(connection.Account, byHand, cancellationToken);
        await stage.AddDealsAsync([byHand], cancellationToken);
        if (elsewhere)
            await stage.AddFormsAsync(DemoForms.For(connection.CreatedAt), cancellationToken);
        if (await stage.UndeliveredAsync(SettlePatience, cancellationToken) is > 0 and var lost)
            Console.WriteLine($"Demo: {lost} webhooks were not taken, see {DemoStage.Undelivered}");
        await product.ReconcileAsync(connection.Account, cancellationToken);
        await product.FinishAsync(connection.Account, cancellationToken);
        await product.SendDigestAsync(connection.Account, cancellationToken);
        Console.WriteLine(
            $"Demo: {deals.Count} leads, {deals.Sum(d => d.Life.Count)} steps in their lives, "
                + $"{Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s"
        );
    }

    private static async Task WaitAsync(Uri api, string keyFile, CancellationToken cancellationToken)
    {
        using var client = new JsonClient(api);
        var started = Stopwatch.GetTimestamp();
        while (!File.Exists(keyFile) || !await client.AnswersAsync("/health/ready", cancellationToken))
        {
            if (Stopwatch.GetElapsedTime(started) > StartPatience)
                throw new TimeoutException($"{api} is not ready, or there is no key in {keyFile}");
            await Task.Delay(250, cancellationToken);
        }
    }
}
