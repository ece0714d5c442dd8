using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AmoCrmQualification.Sandbox.Faults;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Sandbox.Tests;

internal sealed class DealFieldTests : SandboxTest
{
    [Test]
    public async Task An_account_is_born_with_nineteen_tracking_fields_of_its_own_ids()
    {
        var other = Amo.CreateAccount();
        Account.DealFields.Add("Рекламная кампания");
        Account.DealFields.Add("Город", "select", "Москва", "Казань");

        var fields = (await GetAsync("/api/v4/leads/custom_fields?limit=250"))["_embedded"]!["custom_fields"]!.AsArray();
        var second = await GetAsync("/api/v4/leads/custom_fields?limit=20&page=2");
        using var third = await Api.GetAsync(Path("/api/v4/leads/custom_fields?limit=20&page=3"));

        var tracking = fields.Where(f => f!["type"]!.ToString() == "tracking_data").ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(fields, Has.Count.EqualTo(21));
            Assert.That(tracking, Has.Length.EqualTo(19));
            Assert.That(
                tracking.Select(f => f!["code"]!.ToString()),
                Is.Unique.And.Contain("UTM_CONTENT").And.Contain("_YM_UID")
            );
            Assert.That(other.DealFields.All.Select(f => f.Id).Intersect(Account.DealFields.All.Select(f => f.Id)), Is.Empty);
            Assert.That(fields[19]!["code"], Is.Null);
            Assert.That(fields[20]!["enums"]!.AsArray().Select(e => e!["value"]!.ToString()), Is.EqualTo(["Москва", "Казань"]));
            Assert.That(second["_embedded"]!["custom_fields"]!.AsArray(), Has.Count.EqualTo(1));
            Assert.That(third.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        });
    }

    [Test]
    public async Task Values_of_every_type_look_as_in_the_API_and_an_unfilled_deal_has_null()
    {
        AddOrdinaryFields();
        var bare = Account.Leads.Create(new NewLead());
        var lead = Account.Leads.Create(new NewLead { Fields = Filled() });

        var shown = (await GetAsync($"/api/v4/leads/{lead.Id}"))["custom_fields_values"]!.AsArray();
        Assert.Multiple(async () =>
        {
            Assert.That((await GetAsync($"/api/v4/leads/{bare.Id}"))["custom_fields_values"], Is.Null);
            Assert.That(
                shown[0]!.ToJsonString(Plain),
                Is.EqualTo(
                    $$"""{"field_id":{{IdOf("UTM_CONTENT")}},"field_name":"utm_content","field_code":"UTM_CONTENT","field_type":"tracking_data","values":[{"value":"120210000001"}]}"""
                )
            );
            Assert.That(
                shown.Skip(1).Select(f => f!["values"]!.ToJsonString(Plain)),
                Is.EqualTo([
                    """[{"value":"a & b"}]""",
                    """[{"value":"12.5"}]""",
                    $$"""[{"value":"Казань","enum_id":{{EnumOf("Город", "Казань")}},"enum_code":null}]""",
                    $$"""[{"value":"red","enum_id":{{EnumOf("Цвета", "red")}},"enum_code":null},{"value":"blue","enum_id":{{EnumOf("Цвета", "blue")}},"enum_code":null}]""",
                    """[{"value":1689282000}]""",
                    """[{"value":"https://example.com/?utm_source=x&utm_term=y"}]""",
                    """[{"value":true}]""",
                ])
            );
        });
    }

    [Test]
    public async Task Webhooks_carry_all_fields_each_time_byte_for_byte()
    {
        AddOrdinaryFields();
        var lead = Account.Leads.Create(new NewLead { Fields = Filled() });
        Account.Leads.Move(lead.Id, Sales["Qualified"]);
        await Amo.DrainAsync();

        var bodies = Hook.Bodies.ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(bodies, Has.Length.EqualTo(3));
            foreach (var (body, word) in bodies.Zip(["add", "status", "update"]))
                Assert.That(CustomFields(body, word), Is.EqualTo(Expected()));
        });
    }

    [Test]
    public async Task A_field_that_is_emptied_disappears_and_the_journal_knows_of_it()
    {
        var lead = Account.Leads.Create(new NewLead { Marks = new Dictionary<string, string> { ["UTM_SOURCE"] = "vk" } });
        Account.Leads.SetField(lead.Id, "UTM_SOURCE", value: null);
        await Amo.DrainAsync();

        Assert.Multiple(() =>
        {
            Assert.That(Hook.Bodies.First(), Does.Contain("custom_fields"));
            Assert.That(Hook.Bodies.Last(), Does.Not.Contain("custom_fields"));
            Assert.That(Account.Events.All[^1].Type, Is.EqualTo($"custom_field_{IdOf("UTM_SOURCE")}_value_changed"));
        });
    }

    [Test]
    public async Task PHP_shapes_reach_the_fields_too()
    {
        var lead = Account.Leads.Create(new NewLead { Marks = new Dictionary<string, string> { ["UTM_CONTENT"] = "12021" } });
        Amo.Fail(new FaultRule { Kind = FaultKind.Php, Quirks = [PhpQuirk.TextAsNumbers, PhpQuirk.ListsKeyed] });

        var fields = (await GetAsync($"/api/v4/leads/{lead.Id}"))["custom_fields_values"]!;

        Assert.That(fields["1"]!["values"]!["1"]!["value"]!.GetValue<long>(), Is.EqualTo(12021));
    }

    private void AddOrdinaryFields()
    {
        Account.DealFields.Add("Комментарий", "textarea");
        Account.DealFields.Add("Площадь", "numeric");
        Account.DealFields.Add("Город", "select", "Москва", "Казань");
        Account.DealFields.Add("Цвета", "multiselect", "red", "green", "blue");
        Account.DealFields.Add("Дата доступа", "date");
        Account.DealFields.Add("Ссылка", "url");
        Account.DealFields.Add("Согласие", "checkbox");
    }

    private CrmField[] Filled() =>
        [
            Account.DealFields.Fill("UTM_CONTENT", "120210000001"),
            Account.DealFields.Fill("Комментарий", "a & b"),
            Account.DealFields.Fill("Площадь", "12.5"),
            Account.DealFields.Fill("Город", "Казань"),
            Account.DealFields.Fill("Цвета", "red", "blue"),
            Account.DealFields.Fill("Дата доступа", "1689282000"),
            Account.DealFields.Fill("Ссылка", "https://example.com/?utm_source=x&utm_term=y"),
            Account.DealFields.Fill("Согласие", "1"),
        ];

    private string Expected() =>
        $"[0][id]={IdOf("UTM_CONTENT")}&[0][name]=utm_content&[0][values][0][value]=120210000001&[0][code]=UTM_CONTENT"
        + $"&[1][id]={IdOf("Комментарий")}&[1][name]=Комментарий&[1][values][0][value]=a+&amp;+b"
        + $"&[2][id]={IdOf("Площадь")}&[2][name]=Площадь&[2][values][0][value]=12.5"
        + $"&[3][id]={IdOf("Город")}&[3][name]=Город&[3][values][0][value]=Казань&[3][values][0][enum]={EnumOf("Город", "Казань")}"
        + $"&[4][id]={IdOf("Цвета")}&[4][name]=Цвета&[4][values][0][value]=red&[4][values][0][enum]={EnumOf("Цвета", "red")}"
        + $"&[4][values][1][value]=blue&[4][values][1][enum]={EnumOf("Цвета", "blue")}"
        + $"&[5][id]={IdOf("Дата доступа")}&[5][name]=Дата+доступа&[5][values][0]=1689282000"
        + $"&[6][id]={IdOf("Ссылка")}&[6][name]=Ссылка&[6][values][0][value]=https://example.com/?utm_source=x&amp;utm_term=y"
        + $"&[7][id]={IdOf("Согласие")}&[7][name]=Согласие&[7][values][0][value]=1";

    private static string CustomFields(string body, string word)
    {
        var prefix = $"leads[{word}][0][custom_fields]";
        return string.Join(
            '&',
            body.Split('&')
                .Select(Uri.UnescapeDataString)
                .Where(part => part.StartsWith(prefix, StringComparison.Ordinal))
                .Select(part => part[prefix.Length..])
        );
    }

    private long IdOf(string field) => Account.DealFields.Find(field)!.Id;

    private long EnumOf(string field, string value) => Account.DealFields.Find(field)!.Enums.Single(e => e.Value == value).Id;

    private async Task<JsonNode> GetAsync(string path) => (await Api.GetFromJsonAsync<JsonNode>(Path(path)))!;

    private static Uri Path(string path) => new(path, UriKind.Relative);

    private static System.Text.Json.JsonSerializerOptions Plain { get; } =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
