namespace AmoCrmQualification.Integration.Tests.Support;

/// <summary>A test that talks to the service as its users do: over HTTP.</summary>
internal abstract class ApiTest : HttpTest
{
    protected static Service Service => SharedService.Instance;

    protected HttpClient Admin { get; } = SharedService.Instance.Client(Service.AdminKey);

    [TearDown]
    public void DisposeClient() => Admin.Dispose();

    /// <summary>A new account with a key of its own, connected to a new account of the sandbox.</summary>
    protected Task<TestAccount> AccountAsync(object? details = null) => TestAccount.OpenAsync(Service, details);

    /// <summary>A new account with a key of its own that is not connected to amoCRM.</summary>
    protected Task<TestAccount> UnconnectedAccountAsync(object? details = null) =>
        TestAccount.OpenAsync(Service, details, connect: false);
}
