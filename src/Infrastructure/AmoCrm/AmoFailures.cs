using System.Net;
using System.Text.Json;
using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Infrastructure.AmoCrm.Json;
using AmoCrmQualification.Infrastructure.AmoCrm.Wire;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

/// <summary>Classifies unsuccessful answers of amoCRM.</summary>
internal static class AmoFailures
{
    private const int LongestProblem = 1 << 20;
    private const int LongestError = 300;

    public static async Task<AmoCallException> FromAsync(
        HttpResponseMessage response,
        AmoCall call,
        CancellationToken cancellationToken
    )
    {
        var failure = response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => AmoFailure.NeedsReauthorization,
            HttpStatusCode.TooManyRequests => AmoFailure.RateLimited,
            // A blocked address is told so by the front server in HTML; missing rights by the application in JSON.
            HttpStatusCode.Forbidden => IsJson(response) ? AmoFailure.Permanent : AmoFailure.RateLimited,
            HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => AmoFailure.Transient,
            _ => AmoFailure.Permanent,
        };
        var problem = await ProblemAsync(response, cancellationToken);
        return new(failure, (int)response.StatusCode, RetryAfter(response))
        {
            Hint = problem?.Hint,
            Sentence = AmoSentence.From(problem, [call.Access?.Token, .. call.Secrets]),
            Refused = [.. (problem?.ValidationErrors ?? []).Select(Refusal)],
            HostMayHaveMoved =
                (int)response.StatusCode is >= 300 and < 400
                || (response.StatusCode == HttpStatusCode.NotFound && !IsJson(response)),
        };
    }

    private static async Task<ProblemWire?> ProblemAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!IsJson(response) || response.Content.Headers.ContentLength > LongestProblem)
            return null;
        try
        {
            return AmoJson.Read<ProblemWire>(AmoJson.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken)));
        }
        catch (Exception e) when (e is JsonException or HttpRequestException or IOException)
        {
            return null; // the status alone has to do
        }
    }

    private static AmoRefusal Refusal(ElementErrorsWire element)
    {
        var error = string.Join(", ", (element.Errors ?? []).Select(e => $"{e.Code} {e.Path}".Trim())).Replace('\0', '\uFFFD');
        return new(element.RequestId ?? "", TextLength.Cut(error, LongestError));
    }

    private static bool IsJson(HttpResponseMessage response) =>
        response.Content.Headers.ContentType?.MediaType?.Contains("json", StringComparison.OrdinalIgnoreCase) ?? false;

    private static TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter?.Delta;
}
