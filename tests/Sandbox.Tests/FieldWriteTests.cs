using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Sandbox.Tests;

internal sealed class FieldWriteTests : SandboxTest
{
    private const string Unknown = """[{"field_code":"UTM_NOTHING","values":[{"value":"x"}]}]""";

    [TestCase("/api/v4/leads")]
    [TestCase("/api/v4/leads/complex")]
    public async Task A_new_deal_brings_fields_by_code_and_by_id(string route)
    {
        var city = Account.DealFields.Add("Город", "select", "Москва", "Казань");
        using var answer = await PostAsync(
            route,
            $$"""
            [{"field_code":"UTM_SOURCE","values":[{"value":"vk"}]},
             {"field_id":{{city.Id}},"values":[{"enum_id":{{city.Enums[1].Id}}}]},
             {"field_code":"UTM_TERM","values":null}]
            """
        );

        Assert.Multiple(() =>
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(
                Account.Leads.All.Single().Fields.Select(f => (f.Name, f.Values.Single().Value)),
                Is.EqualTo([("utm_source", "vk"), ("Город", "Казань")])
            );
        });
    }

    [TestCase("/api/v4/leads", Unknown, "custom_fields_values.0.field_code")]
    [TestCase("/api/v4/leads/complex", Unknown, "custom_fields_values.0.field_code")]
    [TestCase("/api/v4/leads", """[{"field_id":1,"values":[{"value":"x"}]}]""", "custom_fields_values.0.field_id")]
    public async Task A_field_that_the_account_does_not_have_is_refused(string route, string fields, string path)
    {
        using var answer = await PostAsync(route, fields);

        var error = await ErrorAsync(answer);
        Assert.Multiple(() =>
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That((error["code"]!.ToString(), error["path"]!.ToString()), Is.EqualTo(("NotSupportedChoice", path)));
            Assert.That(Account.Leads.All, Is.Empty);
        });
    }

    [TestCase(40, HttpStatusCode.OK)]
    [TestCase(41, HttpStatusCode.BadRequest)]
    public async Task No_deal_takes_more_than_forty_values(int values, HttpStatusCode expected)
    {
        var names = Enumerable.Range(0, values).Select(i => Account.DealFields.Add($"Поле {i}").Id);
        using var answer = await PostAsync(
            "/api/v4/leads",
            $"[{string.Join(',', names.Select(id => $$"""{"field_id":{{id}},"values":[{"value":"x"}]}"""))}]"
        );

        Assert.That(answer.StatusCode, Is.EqualTo(expected));
    }

    [Test]
    public async Task A_change_replaces_the_fields_it_names_and_is_refused_as_a_creation_is()
    {
        var marks = new Dictionary<string, string> { ["UTM_SOURCE"] = "vk", ["UTM_CONTENT"] = "1" };
        var lead = Account.Leads.Create(new NewLead { Marks = marks });

        using var changed = await PatchAsync(lead.Id, """[{"field_code":"UTM_CONTENT","values":[{"value":"2"}]}]""");
        using var refused = await PatchAsync(lead.Id, Unknown);
        Account.Switches = Account.Switches with { TrackingKept = true };
        using var kept = await PatchAsync(lead.Id, """[{"field_code":"UTM_CONTENT","values":[{"value":"3"}]}]""");

        Assert.Multiple(() =>
        {
            Assert.That(
                new[] { changed, refused, kept }.Select(a => a.StatusCode),
                Is.EqualTo([HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.OK])
            );
            Assert.That(Account.Leads.Get(lead.Id).Fields.Select(f => f.Values.Single().Value), Is.EqualTo(["vk", "2"]));
        });
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task An_account_may_refuse_tracking_fields_of_new_deals(bool named)
    {
        Account.Switches = Account.Switches with { TrackingRefused = true, RefusalsNamed = named };
        const string Fields = """[{"field_code":"UTM_SOURCE","values":[{"value":"vk"}]}]""";

        using var refused = await PostAsync("/api/v4/leads", Fields);
        using var taken = await PostAsync("/api/v4/leads", "[]");

        var body = (await refused.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Multiple(() =>
        {
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(
                body["validation-errors"]?[0]!["errors"]![0]!["path"]!.ToString(),
                Is.EqualTo(named ? "custom_fields_values.0.field_code" : null)
            );
            Assert.That(taken.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        });
    }

    [Test]
    public async Task Fields_are_added_and_filled_through_the_control_API_too()
    {
        using var added = await Api.PostAsJsonAsync(
            $"/sandbox/accounts/{Account.Id}/deal-fields",
            new { name = "Рекламная кампания" }
        );
        var lead = Account.Leads.Create(new NewLead());
        using var filled = await Api.PostAsJsonAsync(
            $"/sandbox/accounts/{Account.Id}/leads/{lead.Id}/field",
            new { field = "Рекламная кампания", value = "Лето" }
        );

        Assert.That(Account.Leads.Get(lead.Id).Fields.Single().Values.Single().Value, Is.EqualTo("Лето"));
    }

    private Task<HttpResponseMessage> PostAsync(string route, string fields) =>
        Api.PostAsJsonAsync(route, new JsonArray(new JsonObject { ["custom_fields_values"] = JsonNode.Parse(fields) }));

    private Task<HttpResponseMessage> PatchAsync(long id, string fields) =>
        Api.PatchAsJsonAsync($"/api/v4/leads/{id}", new JsonObject { ["custom_fields_values"] = JsonNode.Parse(fields) });

    private static async Task<JsonNode> ErrorAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonNode>())!["validation-errors"]![0]!["errors"]![0]!;
}
