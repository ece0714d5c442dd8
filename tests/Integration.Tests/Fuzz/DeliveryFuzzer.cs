using System.Text;

namespace AmoCrmQualification.Integration.Tests.Fuzz;

/// <summary>Makes deliveries: what amoCRM was seen to send, with parts exchanged, cut, doubled and damaged.</summary>
internal sealed class DeliveryFuzzer(string address, int seed)
{
    private static readonly string[] Bodies =
    [
        CapturedBodies.Created,
        CapturedBodies.ChangedByRobot,
        CapturedBodies.Deleted,
        CapturedBodies.Won,
        CapturedBodies.DigitalPipeline,
        CapturedBodies.AcrossPipelines,
        CapturedBodies.KommoCreated,
        """{"leads":{"status":[{"id":501,"status_id":22,"pipeline_id":11,"old_status_id":21,"last_modified":1790000000}]}}""",
        """{"leads[update][0][id]":"501","leads[update][0][status_id]":"22","leads[update][0][pipeline_id]":"11"}""",
    ];
    private static readonly string?[] ContentTypes =
    [
        "application/x-www-form-urlencoded",
        "application/x-www-form-urlencoded",
        "application/x-www-form-urlencoded",
        "application/json",
        "text/plain",
        "multipart/form-data; boundary=x",
        "application/octet-stream",
        null,
    ];
    private static readonly string[] Encodings = ["gzip", "deflate", "br", "identity", "x"];

    private readonly Random _random = new(seed);

    public IEnumerable<FuzzRequest> Requests()
    {
        while (true)
            yield return new FuzzRequest(HttpMethod.Post, address)
            {
                Body = Body(),
                ContentType = _random.GetItems(ContentTypes, 1)[0],
                Headers = _random.Next(15) == 0 ? [("Content-Encoding", _random.GetItems(Encodings, 1)[0])] : [],
            };
    }

    private byte[] Body()
    {
        var pieces = string.Join('&', _random.GetItems(Bodies, _random.Next(1, 4))).Split('&');
        var fields = pieces.Select(piece => _random.Next(12) == 0 ? Damaged(piece) : piece).Where(_ => _random.Next(30) > 0);
        var body = string.Join('&', fields);
        var bytes = Encoding.UTF8.GetBytes(_random.Next(2) == 0 ? CapturedBodies.OnTheWire(body) : body);
        return _random.Next(3) == 0 ? HostileText.Mutate(bytes, _random) : bytes;
    }

    private string Damaged(string field)
    {
        var at = field.IndexOf('=', StringComparison.Ordinal);
        return at < 0 || _random.Next(3) == 0
            ? HostileText.Mutate(field, _random)
            : $"{field[..at]}={Uri.EscapeDataString(Whole(HostileText.Any(_random)))}";
    }

    /// <summary>Halves of surrogate pairs cannot be escaped.</summary>
    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
