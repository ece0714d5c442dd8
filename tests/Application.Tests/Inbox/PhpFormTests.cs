using System.Text;
using AmoCrmQualification.Application.Inbox.Forms;

namespace AmoCrmQualification.Application.Tests.Inbox;

public sealed class PhpFormTests
{
    private static readonly Func<string, byte[]>[] Encodings = [AmoBodies.Plain, AmoBodies.Escaped, AmoBodies.Mixed];

    [TestCaseSource(nameof(Encodings))]
    public void A_created_lead_is_read(Func<string, byte[]> encode)
    {
        var form = PhpForm.Parse(encode(AmoBodies.Add));

        Assert.That(form["account"]?["_links"]?.Text("self"), Is.EqualTo("https://acct.amocrm.ru"));
        Assert.That(
            form["leads"]?["add"]?.ToJson(),
            Is.EqualTo(
                Json(
                    "[{'id':'30052055','name':'TEST (SORRY)','status_id':'17944873','price':'0','responsible_user_id':'2852878',"
                        + "'last_modified':'1744532875','modified_user_id':'2852878','created_user_id':'2852878','date_create':'1744532875',"
                        + "'pipeline_id':'936736','account_id':'16700680','created_at':'1744532875','updated_at':'1744532875'}]"
                )
            )
        );
    }

    [TestCaseSource(nameof(Encodings))]
    public void An_updated_lead_is_read(Func<string, byte[]> encode)
    {
        var lead = PhpForm.Parse(encode(AmoBodies.Update))["leads"]?["update"]?["0"];

        Assert.That(lead?.Children, Has.Count.EqualTo(14));
        Assert.That(lead?.Text("modified_user_id"), Is.EqualTo("0"));
        Assert.That(
            lead?["custom_fields"]?.ToJson(),
            Is.EqualTo(Json("[{'id':'957901','name':'test_id','values':[{'value':'30052055'}]}]"))
        );
    }

    [TestCaseSource(nameof(Encodings))]
    public void A_deleted_lead_is_read(Func<string, byte[]> encode) =>
        Assert.That(
            PhpForm.Parse(encode(AmoBodies.Delete)).ToJson(),
            Is.EqualTo(
                Json(
                    "{'account':{'subdomain':'acct','id':'16700680','_links':{'self':'https://acct.amocrm.ru'}},"
                        + "'leads':{'delete':[{'id':'30052055','status_id':'17944873','pipeline_id':'936736'}]}}"
                )
            )
        );

    [TestCaseSource(nameof(Encodings))]
    public void A_won_deal_is_read_with_its_custom_fields(Func<string, byte[]> encode)
    {
        var lead = PhpForm.Parse(encode(AmoBodies.Won))["leads"]?["status"]?["0"];

        Assert.That(lead?.Text("name"), Is.EqualTo("Новая заявка"));
        Assert.That(lead?["tags"]?.ToJson(), Is.EqualTo(Json("[{'id':'55515','name':'новаязаявка'}]")));
        Assert.That(
            lead?["custom_fields"]?.ToJson(),
            Is.EqualTo(
                Json(
                    "{'0':{'id':'432373','name':'roistat','values':[{'value':'139919'}],'code':'ROISTAT'},"
                        + "'1':{'id':'644897','name':'Тип программы','values':[{'value':'MBA','enum':'853027'}]},"
                        + "'5':{'id':'715391','name':'Ссылка на сайт',"
                        + "'values':[{'value':'https://example.test/promo?utm_source=x&amp;utm_medium=y'}]},"
                        + "'7':{'id':'645087','name':'Дата доступа','values':['1689282000']}}"
                )
            )
        );
    }

    [TestCaseSource(nameof(Encodings))]
    public void A_stage_trigger_is_read(Func<string, byte[]> encode) =>
        Assert.That(
            PhpForm.Parse(encode(AmoBodies.StageTrigger)).ToJson(),
            Is.EqualTo(
                Json(
                    "{'leads':{'status':[{'id':'10754147','status_id':'54423922','pipeline_id':'6344290','old_status_id':'54435014',"
                        + "'old_pipeline_id':'6344290'}]},'account':{'id':'30307558','subdomain':'acct'}}"
                )
            )
        );

    [TestCase("", "{}")]
    [TestCase("&&&", "{}")]
    [TestCase("a=1&&b=2&", """{"a":"1","b":"2"}""")]
    [TestCase("a", """{"a":""}""")]
    [TestCase("a=1=2", """{"a":"1=2"}""")]
    [TestCase("=1", """{"":"1"}""")]
    [TestCase("a[values][value]=x&a[values][enum]=5", """{"a":{"values":{"value":"x","enum":"5"}}}""")]
    [TestCase("a[3]=x&a[4]=y", """{"a":{"3":"x","4":"y"}}""")]
    [TestCase("a[0]=x&a[2]=y", """{"a":{"0":"x","2":"y"}}""")]
    [TestCase("a[1]=y&a[0]=x", """{"a":{"1":"y","0":"x"}}""")]
    [TestCase("a[0]=x&a[01]=y", """{"a":{"0":"x","01":"y"}}""")]
    [TestCase("a[0]=x&a[b]=y", """{"a":{"0":"x","b":"y"}}""")]
    [TestCase("a[]=x&a[]=y", """{"a":["x","y"]}""")]
    [TestCase("a[7]=x&a[]=y&a[][b]=z", """{"a":{"7":"x","8":"y","9":{"b":"z"}}}""")]
    [TestCase("a[99999999999999999999]=x&a[]=y", """{"a":{"99999999999999999999":"x","0":"y"}}""")]
    [TestCase("linked[55][55]=55", """{"linked":{"55":{"55":"55"}}}""")]
    [TestCase("type=3&type[uuid]=u", """{"type":{"":"3","uuid":"u"}}""")]
    [TestCase("type[0]=u&type=3", """{"type":{"":"3","0":"u"}}""")]
    [TestCase("a=1&b=2&a=3", """{"a":"3","b":"2"}""")]
    [TestCase("a[x]=1&a%5Bx%5D=2", """{"a":{"x":"2"}}""")]
    [TestCase("__proto__[x]=1&constructor=2", """{"__proto__":{"x":"1"},"constructor":"2"}""")]
    [TestCase("a=две строки&b=x+y", """{"a":"две строки","b":"x y"}""")]
    [TestCase("a=%&b=%4&c=%zz&d=%25&e=%%41", """{"a":"%","b":"%4","c":"%zz","d":"%","e":"%A"}""")]
    [TestCase("a=%D0%9F%d1%80&%D0%BA=1", """{"a":"Пр","к":"1"}""")]
    [TestCase("a=%F0%9F%98%80", """{"a":"\uD83D\uDE00"}""")]
    [TestCase("a=x%00y&b%00=1", "{\"a\":\"x\uFFFDy\",\"b\uFFFD\":\"1\"}")]
    [TestCase("a=%FFx&%C3=1", "{\"a\":\"\uFFFDx\",\"\uFFFD\":\"1\"}")]
    [TestCase("a=%ED%A0%80", "{\"a\":\"\uFFFD\uFFFD\uFFFD\"}")]
    [TestCase("a=%22%5C%0A<b>'&c=+", """{"a":"\"\\\n<b>'","c":" "}""")]
    [TestCase("a[b=1", """{"a[b":"1"}""")]
    [TestCase("a]b=1", """{"a]b":"1"}""")]
    [TestCase("[a]=1&[=2&]=3", """{"[a]":"1","[":"2","]":"3"}""")]
    [TestCase("a[b]c=1&a[b]c[d]=2", """{"a[b]c":"1","a[b]c[d]":"2"}""")]
    [TestCase("a[b[c]=1", """{"a":{"b[c":"1"}}""")]
    [TestCase("a[b]]=1", """{"a[b]]":"1"}""")]
    public void Any_body_gives_a_tree(string body, string json) =>
        Assert.That(PhpForm.Parse(Encoding.UTF8.GetBytes(body)).ToJson(), Is.EqualTo(json));

    [Test]
    public void Raw_bytes_that_are_no_UTF8_become_replacement_characters() =>
        Assert.That(PhpForm.Parse([(byte)'a', (byte)'=', 0xFF, 0x00, (byte)'b']).Text("a"), Is.EqualTo("\uFFFD\uFFFDb"));

    [Test]
    public void A_scalar_and_an_array_under_one_key_are_both_kept()
    {
        var type = PhpForm.Parse("note[type]=3&note[type][message_uuid]=u"u8)["note"]?["type"];

        Assert.That(type?.Value, Is.EqualTo("3"));
        Assert.That(type?.Text("message_uuid"), Is.EqualTo("u"));
    }

    [Test]
    public void Keys_of_more_than_16_levels_are_skipped_and_counted()
    {
        var deepest = "a" + string.Concat(Enumerable.Repeat("[b]", PhpForm.MostLevels - 1));

        var form = PhpForm.Parse(Encoding.UTF8.GetBytes($"{deepest}=1&{deepest}[c]=2&a[x]=3&{deepest}[c][d]=4"));

        Assert.That(form.SkippedKeys, Is.EqualTo(2));
        Assert.That(form["a"]?.Text("x"), Is.EqualTo("3"));
        Assert.That(form.ToJson(), Does.Contain("\"1\"").And.Not.Contain("\"2\""));
    }

    [Test]
    public void Twenty_thousand_keys_are_read_and_found()
    {
        var form = PhpForm.Parse(Keys(PhpForm.MostKeys));

        Assert.That(form["k"]?.Children, Has.Count.EqualTo(PhpForm.MostKeys));
        Assert.That(form["k"]?.Text("19999x"), Is.EqualTo("19999"));
        Assert.That(form["k"]?["20000x"], Is.Null);
    }

    [Test]
    public void One_key_more_is_refused() =>
        Assert.That(
            () => PhpForm.Parse(Keys(PhpForm.MostKeys + 1)),
            Throws.TypeOf<FormTooLargeException>().With.Message.EqualTo("The form has more than 20000 keys.")
        );

    private static string Json(string withApostrophes) => withApostrophes.Replace('\'', '"');

    private static byte[] Keys(int count) =>
        Encoding.UTF8.GetBytes(string.Join('&', Enumerable.Range(0, count).Select(i => $"k[{i}x]={i}")));
}
