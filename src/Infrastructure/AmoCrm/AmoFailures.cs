using System.Net;
using AmoCrmQualification.Application.AmoConnection;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

/// <summary>What an answer of amoCRM that is no success means.</summary>
internal static class AmoFailures
{
    public static AmoCallException Of(HttpResponseMessage response)
    {
        var failure = response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => AmoFailure.NeedsReauthorization,
            HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout => AmoFailure.RetryLater,
            // A blocked address is told so by the front server in HTML; missing rights by the application in JSON.
            HttpStatusCode.Forbidden => IsJson(response) ? AmoFailure.Permanent : AmoFailure.RetryLater,
            >= HttpStatusCode.InternalServerError => AmoFailure.RetryLater,
            _ => AmoFailure.Permanent,
        };
        return new(failure, (int)response.StatusCode, RetryAfter(response));
    }

    private static bool IsJson(HttpResponseMessage response) =>
        response.Content.Headers.ContentType?.MediaType?.Contains("json", StringComparison.OrdinalIgnoreCase) ?? false;

    private static TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter?.Delta;
}
