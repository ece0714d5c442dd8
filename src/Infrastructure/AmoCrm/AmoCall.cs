using System.Net.Http.Headers;
using AmoCrmQualification.Infrastructure.AmoCrm.Json;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

/// <summary>What is asked of amoCRM.</summary>
/// <param name="Body">JSON, or null.</param>
/// <param name="IsRepeatable">Doing it twice does no harm. What is not, the caller repeats after looking what became of it.</param>
internal sealed record AmoCall(HttpMethod Method, string Path, byte[]? Body, bool IsRepeatable)
{
    /// <summary>Shown instead of a token where amoCRM is asked whose it is.</summary>
    public string? RefreshToken { get; init; }

    /// <summary>What its body carries and amoCRM's answer may repeat.</summary>
    public IReadOnlyList<string?> Secrets { get; init; } = [];

    public static AmoCall Get(string path) => new(HttpMethod.Get, path, Body: null, IsRepeatable: true);

    public static AmoCall With<T>(HttpMethod method, string path, T body, bool isRepeatable) =>
        new(method, path, AmoJson.Write(body), isRepeatable);

    public HttpRequestMessage ToRequest(string baseAddress)
    {
        var request = new HttpRequestMessage(Method, baseAddress + Path);
        if (RefreshToken is not null)
            request.Headers.TryAddWithoutValidation("X-Refresh-Token", RefreshToken);
        if (Body is not null)
            request.Content = new ByteArrayContent(Body)
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
            };
        return request;
    }
}
