namespace AmoCrmQualification.Integration.Tests.Fuzz;

/// <summary>A request as it goes over the wire, whatever a well-behaved client would think of it.</summary>
/// <param name="Target">Path and query, sent as they are.</param>
internal sealed record FuzzRequest(HttpMethod Method, string Target)
{
    public byte[]? Body { get; init; }

    public string? ContentType { get; init; }

    public string? Key { get; init; }

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public HttpRequestMessage ToMessage(Uri service)
    {
        var address = new Uri(
            service.GetLeftPart(UriPartial.Authority) + Target,
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }
        );
        var message = new HttpRequestMessage(Method, address);
        if (Key is not null)
            message.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Key}");
        foreach (var (name, value) in Headers)
            message.Headers.TryAddWithoutValidation(name, value);
        if (Body is null)
            return message;
        message.Content = new ByteArrayContent(Body);
        if (ContentType is not null)
            message.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        return message;
    }

    /// <summary>Enough to send it again by hand.</summary>
    public override string ToString()
    {
        var headers = string.Concat(Headers.Select(header => $"\n    {header.Name}: {header.Value}"));
        var body = Body is null ? "" : $"\n    {ContentType}, base64: {Convert.ToBase64String(Body)}";
        return $"{Method} {Target}{headers}{body}";
    }
}
