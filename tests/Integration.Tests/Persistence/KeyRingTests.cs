using System.Xml.Linq;
using AmoCrmQualification.Infrastructure.Persistence;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Integration.Tests.Persistence;

/// <summary>Secrets are never half readable: a master key that does not fit is told before anything is served.</summary>
internal sealed class KeyRingTests : ApiTest
{
    private const string First = "the-first-master-key";
    private const string Second = "the-second-master-key";
    private const string Third = "the-third-master-key";
    private const string Keys = "SELECT count(*) FROM data_protection_keys";

    [Test]
    public async Task A_master_key_that_comes_later_ends_the_start_until_the_keys_are_wrapped_by_it()
    {
        await using var service = await Service.StartAsync();
        var account = await TestAccount.OpenAsync(service, details: null, connect: false);
        var url = await UrlOfAsync(account, service);

        await AssertDoesNotStartAsync(service, First);
        Assert.That(await RewrapAsync(service, First, former: null), Is.EqualTo((0, "Keys wrapped anew: 1.\n")));
        Assert.That(await RewrapAsync(service, First, former: null), Is.EqualTo((0, "Keys wrapped anew: 0.\n")));

        Assert.That(await service.ScalarAsync<bool>("SELECT bool_and(xml LIKE '%<wrapped%') FROM data_protection_keys"));
        await using var replica = service.Replicate(("Security:MasterKey", First));
        Assert.That(await UrlOfAsync(account, replica), Is.EqualTo(url), "it opens what was encrypted before");
        await ProblemAsync(
            await service.Client(key: null).GetAsync("/health/ready"),
            HttpStatusCode.ServiceUnavailable,
            "unavailable"
        );
    }

    [Test]
    public async Task A_master_key_that_is_mistyped_or_missing_ends_the_start_and_makes_no_key()
    {
        await using var service = await Service.StartAsync(("Security:MasterKey", First));
        var account = await TestAccount.OpenAsync(service, details: null, connect: false);
        var url = await UrlOfAsync(account, service);

        await AssertDoesNotStartAsync(service, Second);
        await AssertDoesNotStartAsync(service, master: null);
        Assert.That(await service.ScalarAsync<long>(Keys), Is.EqualTo(1));

        var (code, _) = await RewrapAsync(service, Second, former: Third);
        Assert.That(code, Is.EqualTo(1), "neither opens the key");
        Assert.That(await RewrapAsync(service, Second, former: First), Is.EqualTo((0, "Keys wrapped anew: 1.\n")));
        await using var replica = service.Replicate(("Security:MasterKey", Second));
        Assert.That(await UrlOfAsync(account, replica), Is.EqualTo(url));
        await JsonAsync(await replica.Client(key: null).GetAsync("/health/ready"));
    }

    [Test]
    public async Task Keys_of_which_some_are_plain_and_some_of_a_former_master_key_are_wrapped_together()
    {
        await using var service = await Service.StartAsync();
        await MakeKeyAsync(service);
        await service.ExecuteAsync(
            "UPDATE data_protection_keys SET xml = $1 WHERE id = (SELECT min(id) FROM data_protection_keys)",
            await WrappedAsync(service, First)
        );

        Assert.That(await RewrapAsync(service, Second, former: First), Is.EqualTo((0, "Keys wrapped anew: 2.\n")));

        await using var replica = service.Replicate(("Security:MasterKey", Second));
        await JsonAsync(await replica.Client(key: null).GetAsync("/health/ready"));
    }

    [Test]
    public async Task No_key_is_made_while_others_cannot_be_read()
    {
        await using var service = await Service.StartAsync();
        await service.ExecuteAsync("UPDATE data_protection_keys SET xml = $1", await WrappedAsync(service, First));

        Assert.That(() => MakeKeyAsync(service), Throws.InvalidOperationException.With.Message.Contains("Security__MasterKey"));
        Assert.That(await service.ScalarAsync<long>(Keys), Is.EqualTo(1));
        await ProblemAsync(
            await service.Client(key: null).GetAsync("/health/ready"),
            HttpStatusCode.ServiceUnavailable,
            "unavailable"
        );
    }

    [Test]
    public async Task A_delivery_that_cannot_be_checked_is_answered_503_so_that_it_comes_again()
    {
        var account = await UnconnectedAccountAsync();
        var url = await UrlOfAsync(account, Service);
        await Service.ExecuteAsync(
            "UPDATE user_accounts SET webhook_secret = overlay(webhook_secret placing 'AAAA' from 40) WHERE id = $1",
            account.Id
        );
        await using var replica = Service.Replicate(); // it remembers no secret of the account

        await ProblemAsync(
            await replica
                .Client(key: null)
                .PostAsync(
                    new Uri(url).PathAndQuery,
                    new StringContent("leads[status][0][id]=1", null, "application/x-www-form-urlencoded")
                ),
            HttpStatusCode.ServiceUnavailable,
            "unavailable"
        );
    }

    private static async Task AssertDoesNotStartAsync(Service service, string? master)
    {
        await using var program = ApiProgram.Start(EnvironmentOf(service, master, former: null));

        Assert.That(await program.ExitsAsync(), Is.EqualTo(1), program.Output);
        Assert.That(program.Errors.Trim().Split('\n'), Has.Length.EqualTo(1));
        Assert.That(program.Errors, Does.Contain("Security__MasterKey"));
        if (master is not null)
            Assert.That(program.Errors + program.Output, Does.Not.Contain(master));
    }

    private static async Task<(int Code, string Output)> RewrapAsync(Service service, string master, string? former)
    {
        await using var program = ApiProgram.Start(["rewrap-keys"], EnvironmentOf(service, master, former));
        var code = await program.ExitsAsync();
        return (code, program.Output);
    }

    private static (string, string)[] EnvironmentOf(Service service, string? master, string? former) =>
        [
            ("ConnectionStrings__Postgres", service.ConnectionString),
            .. master is null ? [] : new[] { ("Security__MasterKey", master) },
            .. former is null ? [] : new[] { ("Security__FormerMasterKey", former) },
        ];

    private static async Task<string> UrlOfAsync(TestAccount account, Service service)
    {
        using var admin = service.Client(Service.AdminKey);
        var shown = await JsonAsync(await admin.GetAsync($"/api/user-accounts/{account.Id}"));
        return shown.Text("webhook_url")!;
    }

    private static Task MakeKeyAsync(Service service)
    {
        var now = TimeProvider.System.GetUtcNow();
        service.Services.GetRequiredService<IKeyManager>().CreateNewKey(now, now.AddDays(90));
        return Task.CompletedTask;
    }

    private static async Task<string> WrappedAsync(Service service, string master)
    {
        var xml = await service.ScalarAsync<string>("SELECT xml FROM data_protection_keys ORDER BY id LIMIT 1");
        return StoredKey
            .Rewrap(XElement.Parse(xml), new MasterKey(master), former: null)!
            .ToString(SaveOptions.DisableFormatting);
    }
}
