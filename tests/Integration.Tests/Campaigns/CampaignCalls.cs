namespace AmoCrmQualification.Integration.Tests.Campaigns;

/// <summary>Campaign data that tests begin with.</summary>
internal static class CampaignCalls
{
    public static async Task<Guid> DirectionAsync(this TestAccount account, string name = "Кухни") =>
        (await MadeAsync(account, "/api/directions", new { name })).Id();

    public static async Task<Guid> CreativeAsync(this TestAccount account, Guid? direction = null, params string[] ads) =>
        (
            await MadeAsync(
                account,
                "/api/creatives",
                new
                {
                    title = "Видео",
                    direction_id = direction,
                    ad_ids = ads,
                }
            )
        ).Id();

    private static async Task<JsonElement> MadeAsync(TestAccount account, string path, object body)
    {
        var answer = await account.SendAsync(HttpMethod.Post, path, body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created), text);
        return JsonElement.Parse(text);
    }
}
