using System.Text;
using System.Text.Json;
using AmoCrmQualification.Application.Inbox.Bodies;
using AmoCrmQualification.Application.Inbox.Forms;

namespace AmoCrmQualification.Application.Tests.Inbox;

/// <summary>JSON gives the tree that the same form gives.</summary>
public sealed class JsonFormTests
{
    [TestCase("""{"a":1,"b":true,"c":false,"d":null,"e":"x"}""", "a=1&b=1&c=0&e=x")]
    [TestCase(
        """{"a":7.0,"b":7e2,"c":1.5,"d":-3,"e":123456789012345678901234567890123}""",
        "a=7&b=700&c=1.5&d=-3&e=123456789012345678901234567890123"
    )]
    [TestCase("""{"a":[1,[2],{"b":3}]}""", "a[0]=1&a[1][0]=2&a[2][b]=3")]
    [TestCase("""{"a":[null,1]}""", "a[1]=1")]
    [TestCase("""{"a[b][0]":1,"a[b][1]":2}""", "a[b][0]=1&a[b][1]=2")]
    [TestCase("""{"a[b]":[{"c":1}],"d":{"e":2}}""", "a[b][0][c]=1&d[e]=2")]
    [TestCase("""{"a":"x\u0000y","b":"Кухня","c":"\"\\"}""", "a=x%00y&b=Кухня&c=%22%5C")]
    [TestCase("""{"a":1,/* kept by hand */"b":2,}""", "a=1&b=2")]
    public void JSON_is_understood_like_the_form(string json, string form) =>
        Assert.That(
            JsonForm.Parse(Encoding.UTF8.GetBytes(json)).ToJson(),
            Is.EqualTo(PhpForm.Parse(Encoding.UTF8.GetBytes(form)).ToJson())
        );

    [TestCase("""{"a":"half \uD83D of a pair","b":1}""")]
    [TestCase("{\"a\":\"\u00FF\",\"b\":1}")]
    public void What_is_no_character_does_not_stop_the_rest(string json) =>
        Assert.That(JsonForm.Parse(Encoding.Latin1.GetBytes(json)).Text("b"), Is.EqualTo("1"));

    [Test]
    public void What_lies_too_deep_is_skipped_and_counted()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"x":""", 100_000)) + "1" + new string('}', 100_000);

        var form = JsonForm.Parse(
            Encoding.UTF8.GetBytes($$"""{"a":{{deep}},"b":[{{new string('[', 50)}}{{new string(']', 50)}}],"c":1}""")
        );

        Assert.That((form.Text("c"), form.SkippedKeys), Is.EqualTo(("1", 2)));
    }

    [Test]
    public void More_values_than_a_form_may_have_keys_are_refused()
    {
        var json = $"[{string.Join(',', Enumerable.Repeat("1", PhpForm.MostKeys + 1))}]";

        Assert.That(() => JsonForm.Parse(Encoding.UTF8.GetBytes(json)), Throws.TypeOf<FormTooLargeException>());
    }

    [TestCase("""{"a":1""")]
    [TestCase("""{"a":1}{"b":2}""")]
    [TestCase("""{a:1}""")]
    public void What_is_no_JSON_is_said_to_be_none(string json) =>
        Assert.That(() => JsonForm.Parse(Encoding.UTF8.GetBytes(json)), Throws.InstanceOf<JsonException>());
}
