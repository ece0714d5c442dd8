using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AmoCrmQualification.Integration.Tests.Connections;

internal sealed class DisableHookTests : OAuthTest
{
    [Test]
    public async Task An_account_that_switches_the_integration_off_waits_for_a_person()
    {
        var (account, crm) = await ConnectedAsync(Service);
        var (other, _) = await ConnectedAsync(Service);

        var answer = await TellAsync(Number(crm.Id), Signature(Number(crm.Id)));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await ConnectionAsync(account), Is.EqualTo("reauthorization_required"));
        Assert.That(await ConnectionAsync(other), Is.EqualTo("connected"));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("00")]
    [TestCase("0000000000000000000000000000000000000000000000000000000000000000")]
    [TestCase("öööööööööööööööööööööööööööööööööööööööööööööööööööööööööööööööö")]
    public async Task A_wrong_signature_is_refused(string? signature)
    {
        var (account, crm) = await ConnectedAsync(Service);

        var answer = await TellAsync(Number(crm.Id), signature);

        await ProblemAsync(answer, HttpStatusCode.Unauthorized, "unauthorized");
        Assert.That(await ConnectionAsync(account), Is.EqualTo("connected"));
    }

    [Test]
    public async Task The_signature_of_another_account_is_refused()
    {
        var (account, crm) = await ConnectedAsync(Service);

        await ProblemAsync(await TellAsync(Number(crm.Id), Signature("1")), HttpStatusCode.Unauthorized, "unauthorized");

        Assert.That(await ConnectionAsync(account), Is.EqualTo("connected"));
    }

    [TestCase("1")]
    [TestCase("99999999999999999999999999")]
    [TestCase("")]
    public async Task An_account_that_is_not_known_here_is_no_mistake(string amoAccount) =>
        Assert.That((await TellAsync(amoAccount, Signature(amoAccount))).StatusCode, Is.EqualTo(HttpStatusCode.OK));

    [Test]
    public async Task A_long_lived_token_is_not_of_that_integration()
    {
        var account = await AccountAsync();
        var id = Number(account.Crm.Id);

        Assert.That((await TellAsync(id, Signature(id).ToUpperInvariant())).StatusCode, Is.EqualTo(HttpStatusCode.OK));

        Assert.That(await ConnectionAsync(account), Is.EqualTo("connected"));
    }

    private static async Task<HttpResponseMessage> TellAsync(string account, string? signature)
    {
        using var amo = Service.Browser();
        return await amo.GetAsync(
            $"/api/amocrm/oauth/disabled?client_uuid={Service.Integration.ClientId}&account_id={account}&signature={signature}"
        );
    }

    private static string Signature(string account) =>
        Convert.ToHexStringLower(
            HMACSHA256.HashData(
                Encoding.UTF8.GetBytes(Service.Integration.ClientSecret),
                Encoding.UTF8.GetBytes($"{Service.Integration.ClientId}|{account}")
            )
        );

    private static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);
}
