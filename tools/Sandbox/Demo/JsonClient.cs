using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace AmoCrmQualification.Sandbox.Demo;

/// <summary>A few verbs over JSON. 429, 502 and 503 are waited out: a service that has just started is allowed to be busy.</summary>
internal sealed class JsonClient : IDisposable
{
    private const int Patience = 8;

    private readonly HttpClient _http;

    public JsonClient(Uri address, string? bearer = null)
    {
        _http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
        if (bearer is not null)
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
    }

    public Task<JsonNode?> GetAsync(string path, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, path, null, cancellationToken);

    public async Task<JsonNode?> SendAsync(
        HttpMethod method,
        string path,
        JsonNode? body,
        CancellationToken cancellationToken,
        string? idempotencyKey = null
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            using var request = new HttpRequestMessage(method, path);
            if (body is not null)
                request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
            if (idempotencyKey is not null)
                request.Headers.Add("Idempotency-Key", idempotencyKey);
            using var response = await _http.SendAsync(request, cancellationToken);
            if (IsBusy(response.StatusCode) && attempt < Patience)
            {
                await Task.Delay(
                    response.Headers.RetryAfter?.Delta ?? TimeSpan.FromMilliseconds(250 * attempt),
                    cancellationToken
                );
                continue;
            }

            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            if (!response.IsSuccessStatusCode)
                throw new RefusedException(method, path, response.StatusCode, text);
            return text.Length == 0 ? null : JsonNode.Parse(text);
        }
    }

    public async Task<bool> AnswersAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _http.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public void Dispose() => _http.Dispose();

    private static bool IsBusy(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable;
}

internal sealed class RefusedException(HttpMethod method, string path, HttpStatusCode status, string body)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"{method} {path} was answered with {(int)status}: {body}"))
{
    public HttpStatusCode Status { get; } = status;
}
