using System.IO.Compression;
using System.Text;

namespace AmoCrmQualification.Integration.Tests.Inbox;

/// <summary>What a proxy or a script makes of a delivery on its way: it counts all the same, and people can read it.</summary>
internal sealed class EncodedBodyTests : ApiTest
{
    private static readonly string Move = LeadForm.Status(7, 11, 22, LeadForm.T0);

    [TestCase("gzip")]
    [TestCase("GZip")]
    [TestCase("x-gzip")]
    [TestCase("br")]
    [TestCase("deflate")]
    [TestCase("raw deflate")]
    [TestCase("gzip, br")]
    [TestCase("identity")]
    [TestCase("gzip without a header")]
    [TestCase("deflate, but decompressed by a proxy")]
    public async Task A_compressed_body_takes_effect_and_is_shown_decompressed(string encoding)
    {
        var account = await UnconnectedAccountAsync();
        var lead = await account.LinkedLeadAsync(7);
        var plain = Encoding.UTF8.GetBytes(Move);
        var (body, header) = encoding switch
        {
            "br" => (Compress(plain, s => new BrotliStream(s, CompressionLevel.Fastest)), "br"),
            "deflate" => (Compress(plain, s => new ZLibStream(s, CompressionLevel.Fastest)), "deflate"),
            "raw deflate" => (Compress(plain, s => new DeflateStream(s, CompressionLevel.Fastest)), "deflate"),
            "gzip, br" => (Compress(Gzip(plain), s => new BrotliStream(s, CompressionLevel.Fastest)), encoding),
            "identity" => (plain, encoding),
            "gzip without a header" => (Gzip(plain), null),
            "deflate, but decompressed by a proxy" => (plain, "deflate"),
            _ => (Gzip(plain), encoding),
        };

        await account.DeliverRawAsync(body, contentEncoding: header);

        Assert.That(await account.WayAsync(lead), Is.EqualTo(["-/- > 11/22 @0"]));
        var delivery = await account.LatestDeliveryAsync();
        Assert.That((delivery.Text("raw_body"), delivery.IsNull("error")), Is.EqualTo((Move, true)));

        await account.ReplayAsync(delivery);
        Assert.That((await account.LatestDeliveryAsync()).Text("raw_body"), Is.EqualTo(Move), "after a replay too");
    }

    [TestCase("utf-8")]
    [TestCase("utf-16")]
    [TestCase("utf-16BE")]
    public async Task A_byte_order_mark_and_a_line_end_are_no_part_of_the_form(string encoding)
    {
        var account = await UnconnectedAccountAsync();
        var lead = await account.LinkedLeadAsync(7);
        var writer = Encoding.GetEncoding(encoding);

        await account.DeliverRawAsync([.. writer.Preamble, .. writer.GetBytes(Move + "\r\n")]);

        Assert.That(await account.WayAsync(lead), Is.EqualTo(["-/- > 11/22 @0"]));
        Assert.That((await account.LatestDeliveryAsync()).Text("raw_body"), Does.StartWith("leads"));
    }

    [TestCase("%EF%BB%BF", "")]
    [TestCase("\r\n ", "\r\n")]
    [TestCase("", "\n\n")]
    public async Task Blanks_and_an_escaped_mark_around_a_form_are_passed_over(string before, string after)
    {
        var account = await UnconnectedAccountAsync();
        var lead = await account.LinkedLeadAsync(7);

        await account.DeliverAsync(before + Move + "&leads[status][0][status_id]=23" + after);

        Assert.That(await account.WayAsync(lead), Is.EqualTo(["-/- > 11/23 @0"]));
    }

    [Test]
    public async Task A_mark_before_JSON_is_passed_over()
    {
        var account = await UnconnectedAccountAsync();
        var lead = await account.LinkedLeadAsync(7);

        await account.DeliverRawAsync(
            "\uFEFF{\"leads\":{\"status\":[{\"id\":7,\"status_id\":22,\"pipeline_id\":11,\"updated_at\":1790000000}]}}\r\n",
            "application/json"
        );

        Assert.That(await account.WayAsync(lead), Is.EqualTo(["-/- > 11/22 @0"]));
    }

    [TestCase("gzip", "unreadable_encoding")]
    [TestCase("zstd", "unreadable_encoding")]
    [TestCase("gzip, gzip, gzip, gzip", "unreadable_encoding")]
    public async Task What_cannot_be_decompressed_says_so_and_is_not_applied_in_part(string encoding, string error)
    {
        var account = await UnconnectedAccountAsync();
        var lead = await account.LinkedLeadAsync(7);
        var cutOff = Gzip(Encoding.UTF8.GetBytes(Move + "&x=" + new string('x', 500)))[..^20];

        await account.DeliverRawAsync(cutOff, contentEncoding: encoding);

        Assert.That((await account.DeliveriesAsync("processed")).Single().Text("error"), Is.EqualTo(error));
        Assert.That((await account.LeadByIdAsync(lead)).Stage(), Is.EqualTo("-/-"));
    }

    [Test]
    public async Task A_body_that_swells_beyond_measure_is_not_decompressed_and_its_neighbours_take_effect()
    {
        var account = await UnconnectedAccountAsync();
        var lead = await account.LinkedLeadAsync(7);
        var bomb = Gzip([.. Encoding.UTF8.GetBytes(Move + "&x="), .. new byte[100 << 20]]);

        await account.DeliverRawAsync(bomb, contentEncoding: "gzip");
        var told = await account.LatestDeliveryAsync();
        await account.DeliverAsync(Move);

        Assert.That((told.Text("state"), told.Text("error")), Is.EqualTo(("processed", "decoded_body_too_large")));
        Assert.That((await account.LeadByIdAsync(lead)).Stage(), Is.EqualTo("11/22"));
    }

    private static byte[] Gzip(byte[] plain) => Compress(plain, s => new GZipStream(s, CompressionLevel.Optimal));

    private static byte[] Compress(byte[] plain, Func<Stream, Stream> compression)
    {
        using var compressed = new MemoryStream();
        using (var stream = compression(compressed))
            stream.Write(plain);
        return compressed.ToArray();
    }
}
