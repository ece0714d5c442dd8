using AmoCrmQualification.Integration.Tests.Distribution;

/// <summary>Most tests share one service: each opens an account of its own, and accounts do not see each other.</summary>
[SetUpFixture]
public sealed class SharedService
{
    private static Service? s_service;

    internal static Service Instance => s_service ?? throw new InvalidOperationException("The service is not started.");

    [OneTimeSetUp]
    public static async Task StartAsync()
    {
        await TestPostgres.StartAsync();
        await TestPostgres.UseTemplateAsync(Service.PrepareAsync);
        s_service = await Service.StartAsync();
    }

    [OneTimeTearDown]
    public static async Task StopAsync()
    {
        await SearchedTest.StopAsync();
        try
        {
            if (s_service is not null)
                await StatementCheck.DoAsync(s_service);
        }
        finally
        {
            if (s_service is not null)
                await s_service.DisposeAsync();
            await TestPostgres.StopAsync();
        }
    }
}
