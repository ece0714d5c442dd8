namespace AmoCrmQualification.Integration.Tests.Support;

/// <summary>What an operator does to have deliveries done again.</summary>
internal static class Replays
{
    public static async Task ReplayAsync(this TestAccount account, JsonElement delivery)
    {
        using var response = await account.Client.PostAsync(
            $"/api/webhook-deliveries/{delivery.GetProperty("id").GetGuid()}/replay",
            content: null
        );
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        await account.SettleAsync();
    }

    /// <summary>Answers how many deliveries are done again.</summary>
    public static async Task<long?> RecoverAsync(
        this TestAccount account,
        DateTimeOffset since,
        DateTimeOffset? until,
        params string[] states
    )
    {
        using var response = await account.Client.PostAsJsonAsync(
            account.Url("/api/webhook-deliveries/recover"),
            new
            {
                since,
                until,
                states,
            }
        );
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        await account.SettleAsync();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).Number("queued");
    }
}
