namespace AmoCrmQualification.Integration.Tests.Sharing;

/// <summary>A test with links that were made by an account's key.</summary>
internal abstract class ShareLinkTest : ApiTest
{
    protected static DateTimeOffset At(string day) =>
        DateTimeOffset.Parse($"{day}T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture);

    protected static Task<HttpResponseMessage> OpenAsync(HttpClient client, string token, string password) =>
        client.PostAsJsonAsync("/api/share-links/session", new { token, password });

    protected static async Task<HttpClient> GuestAsync(TestAccount account, object link) =>
        Service.Client(TokenOf(await ShareAsync(account, link)));

    protected static async Task<JsonElement> ShareAsync(TestAccount account, object? link = null) =>
        await JsonAsync(
            await account.Client.PostAsJsonAsync(
                account.Url("/api/share-links"),
                link ?? new { title = "Клиенту", page = "overview" }
            ),
            HttpStatusCode.Created
        );

    protected static string TokenOf(JsonElement link)
    {
        const string Page = Service.PublicUrl + "/s/";
        var url = link.Text("url")!;
        Assert.That(url, Does.StartWith(Page));
        return url[Page.Length..];
    }
}
