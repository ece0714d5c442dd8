using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace AmoCrmQualification.Integration.Tests.Faults;

/// <summary>An account without amoCRM, spoken to through whichever process serves it.</summary>
internal sealed record FaultAccount(Guid Id, string WebhookUrl)
{
    public static async Task<FaultAccount> OpenAsync(HttpClient admin)
    {
        using var answer = await admin.PostAsJsonAsync("/api/user-accounts", new { name = "Клиент" });
        var account = JsonElement.Parse(await answer.Content.ReadAsStringAsync());
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created), account.ToString());
        return new(account.GetProperty("id").GetGuid(), new Uri(account.GetProperty("webhook_url").GetString()!).PathAndQuery);
    }

    public int Shard => Id.ToByteArray(bigEndian: true)[15] % 64;

    /// <summary>What another worker holds while it has this account's shard.</summary>
    public string ShardLock => $"SELECT pg_advisory_xact_lock(7003, {Shard})";

    public async Task<HttpStatusCode> PostAsync(HttpClient client, string form, CancellationToken cancellationToken = default)
    {
        using var content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
        using var answer = await client.PostAsync(WebhookUrl, content, cancellationToken);
        return answer.StatusCode;
    }

    public async Task IntakeAsync(HttpClient admin, long deal)
    {
        var lead = new
        {
            source_type = "website",
            phone = "+79161234567",
            amocrm_lead_id = deal,
        };
        using var answer = await admin.PostAsJsonAsync($"/api/leads?userAccountId={Id}", lead);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created), await answer.Content.ReadAsStringAsync());
    }
}
