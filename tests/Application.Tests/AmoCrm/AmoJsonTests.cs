using System.Text;
using System.Text.Json;
using AmoCrmQualification.Infrastructure.AmoCrm.Json;
using AmoCrmQualification.Infrastructure.AmoCrm.Wire;

namespace AmoCrmQualification.Application.Tests.AmoCrm;

internal sealed class AmoJsonTests
{
    [TestCase("5", 5)]
    [TestCase("5.0", 5)]
    [TestCase(
        """
            "5"
            """,
        5
    )]
    [TestCase(
        """
            " 5 "
            """,
        5
    )]
    [TestCase("5.5", null)]
    [TestCase("1e300", null)]
    [TestCase(
        """
            ""
            """,
        null
    )]
    [TestCase(
        """
            "five"
            """,
        null
    )]
    [TestCase("null", null)]
    [TestCase("true", null)]
    [TestCase("[]", null)]
    [TestCase("{}", null)]
    [TestCase("[5]", null)]
    public void A_whole_number_is_one_in_whatever_type(string json, long? expected) =>
        Assert.That(
            Read<StatusWire>($$"""{"id":{{json}},"name":"Новая"}"""),
            Is.EqualTo(new StatusWire(expected, "Новая", null, null, null))
        );

    [TestCase("true", true)]
    [TestCase("1", true)]
    [TestCase("\"1\"", true)]
    [TestCase("\"true\"", true)]
    [TestCase("false", false)]
    [TestCase("0", false)]
    [TestCase("\"0\"", false)]
    [TestCase("\"\"", null)]
    [TestCase("2", null)]
    [TestCase("[]", null)]
    [TestCase("null", null)]
    public void A_flag_is_one_in_whatever_type(string json, bool? expected) =>
        Assert.That(Read<LinkedContact>($$"""{"id":1,"is_main":{{json}}}""").IsMain, Is.EqualTo(expected));

    [TestCase("\"Новая\"", "Новая")]
    [TestCase("17", "17")]
    [TestCase("79161234567", "79161234567")]
    [TestCase("\"\"", null)]
    [TestCase("false", null)]
    [TestCase("[]", null)]
    [TestCase("{\"a\":1}", null)]
    public void A_text_may_come_as_a_number(string json, string? expected) =>
        Assert.That(Read<StatusWire>($$"""{"name":{{json}}}""").Name, Is.EqualTo(expected));

    [TestCase("12.5", 12.5)]
    [TestCase("\"12.5\"", 12.5)]
    [TestCase("\"12,5\"", null)]
    [TestCase("\"\"", null)]
    [TestCase("false", null)]
    public void An_amount_is_one_in_whatever_type(string json, double? expected) =>
        Assert.That(Read<LeadWire>($$"""{"price":{{json}}}""").Price, Is.EqualTo((decimal?)expected));

    [TestCase("""[{"id":1},{"id":2}]""", "1 2")]
    [TestCase("""{"1":{"id":1},"2":{"id":2}}""", "1 2")]
    [TestCase("""{"first":{"id":1},"second":{"id":2}}""", "1 2")]
    [TestCase("""{"id":7}""", "7")]
    [TestCase("[]", "")]
    [TestCase("{}", "")]
    [TestCase("""[{"id":1},"",null,[],{"id":2}]""", "1 2")]
    [TestCase("\"\"", null)]
    [TestCase("null", null)]
    [TestCase("0", null)]
    public void A_list_may_come_as_an_object_with_keys_or_as_its_only_item(string json, string? expected)
    {
        var contacts = Read<LeadEmbedded>($$"""{"contacts":{{json}}}""").Contacts;

        Assert.That(contacts is null ? null : string.Join(' ', contacts.Select(c => c.Id)), Is.EqualTo(expected));
    }

    [TestCase("""["add_lead","status_lead"]""")]
    [TestCase("""{"0":"add_lead","1":"status_lead"}""")]
    [TestCase("""{"1":"add_lead","x":null,"2":"status_lead","3":[]}""")]
    public void A_list_of_texts_too(string json) =>
        Assert.That(Read<WebhookWire>($$"""{"settings":{{json}}}""").Settings, Is.EqualTo(["add_lead", "status_lead"]));

    [TestCase("""{"lead_status":{"id":142,"pipeline_id":3}}""")]
    [TestCase("""[{"lead_status":{"id":"142","pipeline_id":"3"}}]""")]
    [TestCase("""{"0":{"lead_status":{"id":142,"pipeline_id":3}}}""")]
    public void A_value_of_an_event_is_read_in_every_shape(string json) =>
        Assert.That(
            Read<EventWire>($$"""{"value_after":{{json}}}""").ValueAfter,
            Is.EqualTo([new EventValueWire(new(142, 3), SaleFieldValue: null)])
        );

    [TestCase("[]")]
    [TestCase("\"\"")]
    [TestCase("null")]
    [TestCase("0")]
    [TestCase("[1]")]
    public void What_is_no_object_is_unknown_and_spoils_nothing_beside_it(string json) =>
        Assert.That(
            Read<ContactWire>($$"""{"id":"5","_embedded":{{json}},"name":"Анна"}"""),
            Is.EqualTo(new ContactWire(5, "Анна", null, null, null))
        );

    [Test]
    public void A_row_that_is_no_object_is_kept_to_be_counted() =>
        Assert.That(Read<PageWire>("""{"_embedded":{"leads":[{"id":1},"",[],null]}}""").Embedded?.Leads, Has.Count.EqualTo(4));

    [TestCase("[]", false)]
    [TestCase("{}", true)]
    public void An_empty_list_is_an_answer_that_tells_nothing(string json, bool isSomething) =>
        Assert.That(AmoJson.Read<PageWire>(Answer(json)) is not null, Is.EqualTo(isSomething));

    [TestCase("\"\"")]
    [TestCase("null")]
    [TestCase("[1]")]
    [TestCase("{")]
    [TestCase("<html>")]
    public void What_is_no_answer_is_told(string json) => Assert.That(() => Answer(json), Throws.InstanceOf<JsonException>());

    [Test]
    public void What_a_database_refuses_is_replaced_before_anybody_reads_it()
    {
        const string Given = """{"name":"a\u0000b\ud83dc\ud83d\ude00\\u0000"}""";

        Assert.That(Read<StatusWire>(Given).Name, Is.EqualTo("a\uFFFDb\uFFFDc😀\\u0000"));
    }

    [Test]
    public void A_byte_order_mark_and_broken_UTF8_are_read() =>
        Assert.That(
            AmoJson.Read<StatusWire>(AmoJson.Parse([0xEF, 0xBB, 0xBF, .. "{\"name\":\""u8, 0xD0, .. "\"}"u8]))?.Name,
            Is.EqualTo("\uFFFD")
        );

    private static T Read<T>(string json)
        where T : class => AmoJson.Read<T>(Parse(json))!;

    private static JsonElement Answer(string json) => AmoJson.ParseAnswer(Encoding.UTF8.GetBytes(json));

    private static JsonElement Parse(string json) => AmoJson.Parse(Encoding.UTF8.GetBytes(json));
}
