using System.Net.Http.Headers;
using System.Text;
using AmoCrmQualification.Sandbox;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Ops;

/// <summary>The service in a process of its own, as exporters and the console belong to the process.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class TraceTests
{
    private const string Phone = "+79161112233";
    private const string Invitation = "token-of-an-invitation";

    [Test]
    public async Task A_webhook_is_followed_to_its_sale_and_nothing_secret_leaves()
    {
        await using var otlp = await OtlpReceiver.StartAsync();
        await using var amo = await SandboxServer.StartAsync();
        var connection = await TestPostgres.CreateDatabaseAsync();
        var crm = amo.CreateAccount();
        crm.Pipelines.Add("Продажи", "Новая");
        string output,
            signature;
        await using (
            var program = ApiProgram.Start(
                ("ConnectionStrings__Postgres", connection),
                ("Security__AdminApiKey", Service.AdminKey),
                ("AmoCrm__ApiBaseUrl", amo.Address.ToString()),
                ("OTEL_EXPORTER_OTLP_ENDPOINT", otlp.Address),
                ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
                ("OTEL_BSP_SCHEDULE_DELAY", "200"),
                ("OTEL_BLRP_SCHEDULE_DELAY", "200"),
                ("OTEL_METRIC_EXPORT_INTERVAL", "500")
            )
        )
        {
            signature = await SellAsync(new HttpClient { BaseAddress = await program.ListensAsync() }, crm);
            await TestAccount.UntilAsync(
                () =>
                    Task.FromResult(
                        otlp.Text("/v1/traces").Contains("close deals", StringComparison.Ordinal)
                            && otlp.Text("/v1/metrics").Contains("inbox.oldest_pending", StringComparison.Ordinal)
                    ),
                () => "The exporter did not tell of the sale."
            );
            output = program.Output + program.Errors;
        }

        var (traces, told) = (
            otlp.Text("/v1/traces"),
            otlp.Text("/v1/traces") + otlp.Text("/v1/logs") + otlp.Text("/v1/metrics")
        );
        Assert.Multiple(() =>
        {
            Assert.That(traces, Does.Contain("process deliveries").And.Contains("/api/invitations/{token}"));
            foreach (var secret in new[] { signature, crm.LongLivedToken, Service.AdminKey, Phone, Phone[1..], Invitation })
            {
                Assert.That(told, Does.Not.Contain(secret));
                Assert.That(output, Does.Not.Contain(secret));
            }
        });
        Assert.That(
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            Has.All.Matches<string>(line => line.StartsWith('{') && line.EndsWith('}')),
            "A log line is a JSON object."
        );
        Assert.That(output, Does.Not.Contain("Lucky Penny"), "AutoMapper's notice is kept out of the log.");
        await TestPostgres.DropDatabaseAsync(connection);
    }

    /// <summary>Answers the signature of the account's address.</summary>
    private static async Task<string> SellAsync(HttpClient client, CrmAccount crm)
    {
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Service.AdminKey);
        foreach (
            var path in new[]
            {
                "/api/invitations/",
                "//api/invitations/",
                "/api//invitations/",
                "/API/Invitations/",
                "/api/invitations//",
                "/%61pi/invitation%73/",
                "/api%2Finvitations%2F",
                "/invitation/",
                "//Invitation//",
            }
        )
        {
            using var answer = await client.GetAsync(
                new Uri(client.BaseAddress!.GetLeftPart(UriPartial.Authority) + path + Invitation)
            );
        }

        var created = await client.PostAsJsonAsync(
            "/api/user-accounts",
            new
            {
                name = "К",
                amocrm_domain = crm.Host,
                long_lived_token = crm.LongLivedToken,
            }
        );
        var account = System.Text.Json.JsonElement.Parse(await created.Content.ReadAsStringAsync());
        var deal = crm.Leads.Create(
            new NewLead
            {
                At = LeadForm.T0,
                Price = 10,
                ContactIds = [crm.Contacts.Add("Анна", Phone).Id],
            }
        );
        using var taken = await client.PostAsJsonAsync(
            $"/api/leads?userAccountId={account.Id()}",
            new
            {
                source_type = "website",
                phone = Phone,
                amocrm_lead_id = deal.Id,
            }
        );
        Assert.That(taken.IsSuccessStatusCode);

        var url = new Uri(account.Text("webhook_url")!);
        using var form = new StringContent(
            LeadForm.Status(crm.Leads.Win(deal.Id, price: 20, at: LeadForm.T0 + 5)),
            Encoding.UTF8,
            "application/x-www-form-urlencoded"
        );
        using var delivered = await client.PostAsync(url.PathAndQuery, form);
        Assert.That(delivered.IsSuccessStatusCode);
        await TestAccount.UntilAsync(
            async () =>
                (await client.GetStringAsync($"/api/sales?userAccountId={account.Id()}")).Contains(
                    "\"paid\"",
                    StringComparison.Ordinal
                ),
            () => "No sale came."
        );
        // Its first use is when AutoMapper would remind of its licence.
        await client.GetStringAsync($"/api/directions?userAccountId={account.Id()}");
        return url.Query.Split("sig=")[1];
    }
}
