using System.Text;
using AmoCrmQualification.Integration.Tests.Errors;

namespace AmoCrmQualification.Integration.Tests.Fuzz;

/// <summary>Makes requests for every route that the OpenAPI document names: good ones, and the same with a few things wrong.</summary>
/// <param name="ids">Ids that exist, by the path before them, so that requests get past the first look.</param>
internal sealed class RouteFuzzer(JsonElement document, IReadOnlyDictionary<string, Guid> ids, string key, int seed)
{
    public const string Accounts = "/api/user-accounts";
    private const string Csv = "date,ad_id,spend,currency,impressions,clicks\n2026-11-01,120210,1250.50,RUB,1000,12\n";
    private static readonly string[] ContentTypes =
    [
        "application/json",
        "application/json; charset=utf-16",
        "text/csv",
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "application/octet-stream",
        "*/*",
        "json",
    ];
    private static readonly string[] Accepted = ["text/csv", "text/html", "*/*", "application/xml", "q=", "text/csv;q=0"];

    private readonly Random _random = new(seed);
    private readonly SchemaSample _sample = new(document, new(seed));
    private readonly IReadOnlyList<(string Path, HttpMethod Method, JsonElement Operation)> _operations =
    [
        .. from path in document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        select (path.Name, HttpMethod.Parse(operation.Name), operation.Value),
    ];

    public int Routes => _operations.Count;

    /// <summary>One request after the other, the routes in turn; the same for the same seed.</summary>
    public IEnumerable<FuzzRequest> Requests()
    {
        while (true)
            foreach (var (path, method, operation) in _operations)
                yield return Create(path, method, operation);
    }

    private FuzzRequest Create(string path, HttpMethod method, JsonElement operation)
    {
        var (route, query, headers) = Parameters(path, operation);
        var target = route + (query.Count == 0 ? "" : "?" + string.Join('&', query));
        if (Sometimes(10))
            target = "/" + HostileText.Mutate(target[1..], _random);
        if (Sometimes(4))
            headers.Add(("Accept", _random.GetItems(Accepted, 1)[0]));
        var request = new FuzzRequest(Sometimes(25) ? _random.GetItems(HttpMethods, 1)[0] : method, Sendable(target))
        {
            Key = Sometimes(20) ? Sendable(HostileText.Mutate(key, _random)) : key,
            Headers = [.. headers.Select(header => (header.Name, Sendable(header.Value)))],
        };
        return operation.TryGetProperty("requestBody", out var body)
            ? WithBody(request, new(method, path, IsOpen: false, NamesAccount: false), body.GetProperty("content"))
            : request;
    }

    private static readonly HttpMethod[] HttpMethods =
    [
        HttpMethod.Get,
        HttpMethod.Head,
        HttpMethod.Put,
        HttpMethod.Patch,
        HttpMethod.Delete,
        HttpMethod.Options,
        new("PROPFIND"),
    ];

    private (string Path, List<string> Query, List<(string Name, string Value)> Headers) Parameters(
        string path,
        JsonElement operation
    )
    {
        List<string> query = [];
        List<(string, string)> headers = [];
        if (!operation.TryGetProperty("parameters", out var parameters))
            return (path, query, headers);
        foreach (var parameter in parameters.EnumerateArray())
        {
            var name = parameter.GetProperty("name").GetString()!;
            var place = parameter.GetProperty("in").GetString();
            if (place != "path" && name != "userAccountId" && Sometimes(2))
                continue;
            var value = Value(path, name, parameter.GetProperty("schema"));
            if (place == "path")
                path = path.Replace($"{{{name}}}", Escaped(value), StringComparison.Ordinal);
            else if (place == "query")
                query.Add($"{name}={Escaped(value)}");
            else
                headers.Add((name, value));
        }

        return (path, query, headers);
    }

    private string Value(string path, string name, JsonElement schema)
    {
        var kind = name == "userAccountId" ? Accounts : path.Split("/{")[0];
        var good =
            (name == "userAccountId" || path.Contains($"{{{name}}}", StringComparison.Ordinal))
            && ids.TryGetValue(kind, out var id)
            && !Sometimes(10)
                ? id.ToString()
                : _sample.CreateText(schema);
        return Sometimes(8) ? HostileText.Mutate(good, _random) : good;
    }

    private FuzzRequest WithBody(FuzzRequest request, ApiRoute route, JsonElement content)
    {
        if (Sometimes(40))
            return request;
        if (content.TryGetProperty("text/csv", out _) && Sometimes(2))
            return request with
            {
                Body = HostileText.Mutate(Encoding.UTF8.GetBytes(Csv), _random),
                ContentType = Sometimes(6) ? _random.GetItems(ContentTypes, 1)[0] : "text/csv",
            };

        var json =
            Sometimes(2) || !content.TryGetProperty("application/json", out var described)
                ? JsonSerializer.SerializeToNode(route.Body)
                : _sample.Create(described.GetProperty("schema"));
        var bytes = Sometimes(3) ? Encoding.UTF8.GetBytes(json?.ToJsonString() ?? "null") : HostileJson.Mutate(json, _random);
        return request with
        {
            Body = Sometimes(8) ? HostileText.Mutate(bytes, _random) : bytes,
            ContentType = Sometimes(20) ? _random.GetItems(ContentTypes, 1)[0] : "application/json",
        };
    }

    /// <summary>Mostly as a client escapes it; now and then as it is.</summary>
    private string Escaped(string value) =>
        Sometimes(12)
            ? value
            : string.Concat(
                Encoding
                    .UTF8.GetBytes(value)
                    .Select(b => char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' ? $"{(char)b}" : $"%{b:X2}")
            );

    /// <summary>What our own client can put on a line of HTTP at all.</summary>
    private static string Sendable(string text) => string.Concat(text.Where(c => c is > ' ' and < '\u007F' and not '#'));

    private bool Sometimes(int times) => _random.Next(times) == 0;
}
