using System.Text.Json.Nodes;
using AmoCrmQualification.Sandbox.V4;

namespace AmoCrmQualification.Sandbox.Faults;

/// <summary>Failures in the three dresses amoCRM's front is seen in: problem+json, bare text, nginx HTML.</summary>
internal static class FaultAnswer
{
    private static readonly Dictionary<int, (string Title, string Detail)> Known = new()
    {
        [402] = ("Payment Required", "Payment required"),
        [403] = ("Forbidden", "Access denied"),
        [429] = ("Too Many Requests", "You have sent too many requests in a given amount of time. Please try again later."),
        [500] = ("ErrInternalServer", "Internal server error"),
        [502] = ("Bad Gateway", "Bad gateway"),
        [503] = ("Service Unavailable", "Service unavailable"),
        [504] = ("Gateway Time-out", "Gateway time-out"),
    };

    public static Task WriteAsync(HttpContext http, FaultRule rule)
    {
        var (title, detail) = Known.GetValueOrDefault(rule.Status, ("Error", "Error"));
        return WriteAsync(http, rule.Status, rule.Body, rule.RetryAfter, rule.Title ?? title, rule.Detail ?? detail, rule.Hint);
    }

    public static Task WriteAsync(HttpContext http, int status, FaultBody body, int? retryAfter = null)
    {
        var (title, detail) = Known.GetValueOrDefault(status, ("Error", "Error"));
        return WriteAsync(http, status, body, retryAfter, title, detail, hint: null);
    }

    private static async Task WriteAsync(
        HttpContext http,
        int status,
        FaultBody body,
        int? retryAfter,
        string title,
        string detail,
        string? hint
    )
    {
        http.Response.StatusCode = status;
        if (retryAfter is { } seconds)
            http.Response.Headers.RetryAfter = $"{seconds}";
        switch (body)
        {
            case FaultBody.Json:
                var extra = new JsonObject();
                if (status == 429 && retryAfter is { } wait)
                    extra["retry_after"] = wait;
                if (hint is not null)
                    extra["hint"] = hint;
                await new CrmProblem(status, title, detail) { Extra = extra }.WriteAsync(http);
                break;
            case FaultBody.Text:
                http.Response.ContentType = "text/plain";
                await http.Response.WriteAsync(title, http.RequestAborted);
                break;
            case FaultBody.Html:
                http.Response.ContentType = "text/html";
                await http.Response.WriteAsync(
                    $"<html>\r\n<head><title>{status} {title}</title></head>\r\n<body>\r\n<center><h1>{status} {title}</h1></center>\r\n"
                        + "<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n",
                    http.RequestAborted
                );
                break;
            case FaultBody.None:
                break;
        }
    }
}
