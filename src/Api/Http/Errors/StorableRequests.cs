namespace AmoCrmQualification.Api.Http.Errors;

/// <summary>
/// Refuses a path, a query or a header with characters that no text of ours may have, before anybody reads them; bodies are
/// checked where they are read, by <see cref="Json.StorableStringConverter"/>.
/// </summary>
internal static class StorableRequests
{
    public static Task CheckAsync(HttpContext http, RequestDelegate next) =>
        Fault(http.Request) is { } field
            ? throw new DomainException(
                Refusal.Invalid(field, Reasons.TextUnstorable, "It has a character that no text may have.")
            )
            : next(http);

    private static string? Fault(HttpRequest request)
    {
        if (!StorableText.Accepts(request.Path.Value))
            return "path";
        foreach (var (name, values) in request.Query)
        {
            if (!StorableText.Accepts(name))
                return "query";
            if (!values.All(value => StorableText.Accepts(value)))
                return name;
        }

        foreach (var (name, values) in request.Headers)
            if (!values.All(value => StorableText.Accepts(value)))
                return name;
        return null;
    }
}
