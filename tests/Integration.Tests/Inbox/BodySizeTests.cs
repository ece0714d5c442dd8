namespace AmoCrmQualification.Integration.Tests.Inbox;

internal sealed class BodySizeTests : ApiTest
{
    private const int OneMebibyte = 1 << 20;

    [Test]
    public async Task A_body_of_exactly_one_mebibyte_takes_effect()
    {
        var account = await UnconnectedAccountAsync();
        var lead = await account.LinkedLeadAsync(7);

        await account.DeliverAsync(Padded(OneMebibyte));

        Assert.That((await account.LeadByIdAsync(lead)).Stage(), Is.EqualTo("11/22"));
    }

    [Test]
    public async Task A_byte_more_is_too_large_and_nothing_is_stored()
    {
        var account = await UnconnectedAccountAsync();

        var response = await account.PostFormAsync(Padded(OneMebibyte + 1));

        await ProblemAsync(response, HttpStatusCode.RequestEntityTooLarge, "payload_too_large");
        Assert.That(await account.DeliveriesAsync(), Is.Empty);
    }

    [Test]
    public async Task Twenty_thousand_keys_take_effect()
    {
        var account = await UnconnectedAccountAsync();
        var lead = await account.LinkedLeadAsync(7);
        var move = LeadForm.Status(7, 11, 22, LeadForm.T0);

        await account.DeliverAsync(LeadForm.Together(Keys(20_000 - move.Split('&').Length), move));

        Assert.That((await account.LeadByIdAsync(lead)).Stage(), Is.EqualTo("11/22"));
    }

    [Test]
    public async Task One_key_more_is_acknowledged_and_kept_as_dead_with_the_reason()
    {
        var account = await UnconnectedAccountAsync();

        await account.DeliverAsync(Keys(20_001));

        var dead = (await account.DeliveriesAsync("dead")).Single();
        Assert.That(dead.Text("error"), Does.Contain("20").And.Contain("key"));
    }

    private static string Padded(int size)
    {
        var move = LeadForm.Status(7, 11, 22, LeadForm.T0) + "&x=";
        return move.PadRight(size, 'x');
    }

    private static string Keys(int count) => string.Join('&', Enumerable.Range(0, count).Select(i => $"k{i}="));
}
