using System.Text;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Faults;

/// <summary>An account, spoken to through whichever process serves it.</summary>
internal sealed record FaultAccount(Guid Id, string WebhookUrl)
{
    /// <summary>Without amoCRM.</summary>
    public static Task<FaultAccount> OpenAsync(HttpClient admin) => OpenAsync(admin, new { name = "Клиент" });

    /// <summary>Connected to an account of the simulated amoCRM.</summary>
    public static Task<FaultAccount> ConnectedAsync(HttpClient admin, CrmAccount crm) =>
        OpenAsync(
            admin,
            new
            {
                name = "Клиент",
                amocrm_domain = crm.Host,
                long_lived_token = crm.LongLivedToken,
            }
        );

    public int Shard => Id.ToByteArray(bigEndian: true)[15] % 64;

    /// <summary>What another worker holds while it has this account's shard.</summary>
    public string ShardLock => $"SELECT pg_advisory_xact_lock(7003, {Shard})";

    public async Task<HttpStatusCode> PostAsync(HttpClient client, string form, CancellationToken cancellationToken = default)
    {
        using var content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
        using var answer = await client.PostAsync(WebhookUrl, content, cancellationToken);
        return answer.StatusCode;
    }

    /// <summary>As amoCRM does: again until it is taken. A busy machine may answer 503 first.</summary>
    public async Task DeliverAsync(HttpClient client, string form, CancellationToken cancellationToken = default)
    {
        var status = HttpStatusCode.ServiceUnavailable;
        await TestAccount.UntilAsync(
            async () => (status = await PostAsync(client, form, cancellationToken)) is not HttpStatusCode.ServiceUnavailable,
            () => "it is not taken"
        );
        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
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

    public static async Task<FaultAccount> OpenAsync(HttpClient admin, object details)
    {
        var body = JsonSerializer.SerializeToNode(details)!.AsObject();
        body["adopt_deals"] ??= "off"; // what counts here are the leads that these tests bring in
        using var answer = await admin.PostAsJsonAsync("/api/user-accounts", body);
        var account = JsonElement.Parse(await answer.Content.ReadAsStringAsync());
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created), account.ToString());
        return new(account.Id(), new Uri(account.Text("webhook_url")!).PathAndQuery);
    }
}
