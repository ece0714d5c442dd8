namespace AmoCrmQualification.Integration.Tests.Support;

/// <summary>A test that looks for something in every row of the database: one that is not full of other tests' rows.</summary>
internal abstract class SearchedTest : HttpTest
{
    private static readonly Lazy<Task<Service>> s_service = new(() => Service.StartAsync());

    protected static Service Service => s_service.Value.Result;

    [OneTimeSetUp]
    public static Task StartAsync() => s_service.Value;

    /// <summary>After all of them.</summary>
    public static async Task StopAsync()
    {
        if (s_service.IsValueCreated)
            await (await s_service.Value).DisposeAsync();
    }

    protected static Task<TestAccount> AccountAsync(object? details = null) => TestAccount.OpenAsync(Service, details);

    protected static Task<TestAccount> UnconnectedAccountAsync(object? details = null) =>
        TestAccount.OpenAsync(Service, details, connect: false);
}
