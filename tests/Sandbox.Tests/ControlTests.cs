using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Sandbox.Tests;

internal sealed class ControlTests : SandboxTest
{
    [Test]
    public async Task A_story_is_played_in_one_call_and_keeps_its_times()
    {
        var reason = Account.LossReasons.Add("Дорого");
        using var answer = await PostAsync(
            $"accounts/{Account.Id}/play",
            JsonNode.Parse(
                $$$"""
                [{"contact":{"id":1,"name":"N","phones":["8 900 000-00-01"],"at":1700000000}},
                 {"lead":{"id":2,"contact_ids":[1],"price":10,"at":1700000000}},
                 {"verb":"close","lead_id":2,"change":{"won":false,"loss_reason_id":{{{reason.Id}}},"at":1700000100}}]
                """
            )!
        );

        var lead = Account.Leads.Get(2);
        Assert.Multiple(() =>
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((lead.StatusId, lead.LossReasonId, lead.ClosedAt), Is.EqualTo((CrmStage.Lost, reason.Id, 1_700_000_100)));
        });
    }

    [Test]
    public async Task Only_the_named_switches_change_and_an_unknown_one_is_refused()
    {
        using var changed = await Api.PatchAsJsonAsync(
            $"/sandbox/accounts/{Account.Id}/switches",
            new { batch_size = 5, price_mode = "absent" }
        );
        using var refused = await Api.PatchAsJsonAsync($"/sandbox/accounts/{Account.Id}/switches", new { bath_size = 5 });

        Assert.Multiple(() =>
        {
            Assert.That(changed.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(
                Account.Switches,
                Is.EqualTo(
                    new CrmSwitches
                    {
                        BatchSize = 5,
                        PriceMode = PriceMode.Absent,
                        RateLimitPerSecond = null,
                    }
                )
            );
        });
    }

    [TestCase("""{"kind":"error","status":429,"retry_after":2,"times":1}""", 429, "application/problem+json")]
    [TestCase("""{"kind":"error","status":429,"body":"text","times":1}""", 429, "text/plain")]
    [TestCase("""{"kind":"error","status":403,"body":"html","times":1}""", 403, "text/html")]
    [TestCase("""{"kind":"unauthorized","times":1}""", 401, "application/problem+json")]
    [TestCase("""{"kind":"empty","times":1}""", 204, null)]
    public async Task A_fault_strikes_as_often_as_told(string rule, int status, string? contentType)
    {
        using var added = await PostAsync("faults", JsonNode.Parse(rule)!);
        using var struck = await Api.GetAsync(new Uri("/api/v4/account", UriKind.Relative));
        using var spared = await Api.GetAsync(new Uri("/api/v4/account", UriKind.Relative));

        Assert.Multiple(() =>
        {
            Assert.That((int)struck.StatusCode, Is.EqualTo(status));
            Assert.That(struck.Content.Headers.ContentType?.MediaType, Is.EqualTo(contentType));
            Assert.That(spared.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(Amo.Requests.Select(r => r.Status), Is.EqualTo([status, 200]));
        });
    }

    [Test]
    public async Task A_webhook_address_that_does_not_answer_cannot_be_saved_by_hand()
    {
        using var answer = await Api.PutAsJsonAsync(
            $"/sandbox/accounts/{Account.Id}/webhooks",
            new { destination = "http://127.0.0.1:1/x" }
        );

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
    }

    private Task<HttpResponseMessage> PostAsync(string path, JsonNode body) => Api.PostAsJsonAsync($"/sandbox/{path}", body);
}
