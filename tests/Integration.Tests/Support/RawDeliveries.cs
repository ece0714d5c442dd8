using System.Text;

namespace AmoCrmQualification.Integration.Tests.Support;

/// <summary>Deliveries as others than amoCRM send them on.</summary>
internal static class RawDeliveries
{
    /// <summary>Delivers these bytes and waits until they have taken effect.</summary>
    public static async Task DeliverRawAsync(
        this TestAccount account,
        byte[] body,
        string? contentType = "application/x-www-form-urlencoded",
        string? contentEncoding = null
    )
    {
        using var content = new ByteArrayContent(body);
        if (contentType is not null)
            Assert.That(content.Headers.TryAddWithoutValidation("Content-Type", contentType));
        if (contentEncoding is not null)
            Assert.That(content.Headers.TryAddWithoutValidation("Content-Encoding", contentEncoding));
        using var answer = await account.Client.PostAsync(account.WebhookUrl, content);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(
            await answer.Content.ReadAsStringAsync(),
            Is.EqualTo("""{"success":true,"message":"Webhook received, processing in background"}""")
        );
        await account.SettleAsync();
    }

    public static Task DeliverRawAsync(this TestAccount account, string body, string? contentType) =>
        account.DeliverRawAsync(Encoding.UTF8.GetBytes(body), contentType);

    /// <summary>The latest delivery with its body.</summary>
    public static async Task<System.Text.Json.JsonElement> LatestDeliveryAsync(this TestAccount account) =>
        await account.GetAsync($"/api/webhook-deliveries/{(await account.DeliveriesAsync())[0].Text("id")}");
}
