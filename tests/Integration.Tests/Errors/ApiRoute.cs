namespace AmoCrmQualification.Integration.Tests.Errors;

/// <summary>A route as the service describes it itself, so that a new one cannot be forgotten here.</summary>
internal sealed record ApiRoute(HttpMethod Method, string Template, bool IsOpen, bool NamesAccount)
{
    public override string ToString() => $"{Method} {Template}";

    public bool NamesObject => Template.Contains('{', StringComparison.Ordinal);

    public static async Task<IReadOnlyList<ApiRoute>> AllAsync(HttpClient client)
    {
        var document = JsonElement.Parse(await client.GetStringAsync("/openapi/v1.json"));
        return
        [
            .. from path in document.GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            let open = !operation.Value.TryGetProperty("security", out var security) || security.GetArrayLength() == 0
            let account = operation.Value.TryGetProperty("parameters", out var parameters)
                && parameters.EnumerateArray().Any(p => p.Text("name") == "userAccountId")
            select new ApiRoute(HttpMethod.Parse(operation.Name), path.Name, open, account),
        ];
    }

    /// <summary>A body that the route would accept, so that nothing but the caller's rights is at fault.</summary>
    public object? Body =>
        (Method.Method, Template) switch
        {
            ("GET" or "DELETE", _) => null,
            (_, "/api/amocrm/pipeline-stages/{stageId}") => new { is_qualified_stage = true },
            (_, "/api/user-accounts") => new { name = "К" },
            (_, "/api/user-accounts/{id}/api-keys") => new { name = "к" },
            (_, "/api/user-accounts/{id}/amocrm-connection") => new
            {
                amocrm_domain = "mebel.amocrm.ru",
                long_lived_token = "token",
            },
            (_, "/api/users") => new { email = $"{Guid.CreateVersion7():N}@example.com", role = "member" },
            (_, "/api/leads") => new { source_type = "manual", phone = "+79161234567" },
            (_, "/api/share-links") => new { title = "Клиенту", page = "overview" },
            (_, "/api/digests") => new
            {
                channel = "email",
                to = "client@example.com",
                when = "daily",
                at = "09:00",
            },
            (_, "/api/directions") => new { name = "Кухни" },
            (_, "/api/creatives") => new { title = "Видео" },
            (_, "/api/creatives/from-ads") => new
            {
                ads = new[] { new { ad_id = $"{Guid.CreateVersion7():N}", title = "Видео" } },
            },
            (_, "/api/creatives/from-marks") => new { code = "utm_content", values = new[] { $"{Guid.CreateVersion7():N}" } },
            (_, "/api/ad-spend" or "/api/ad-spend/preview") => new[]
            {
                new
                {
                    date = "2026-11-01",
                    ad_id = "ad-1",
                    spend = 5,
                },
            },
            (_, "/api/lead-matches/{id}") => new { ignore = true },
            (_, "/api/webhook-deliveries/recover") => new
            {
                since = "2026-01-01T00:00:00Z",
                until = "2026-02-01T00:00:00Z",
                states = new[] { "dead" },
            },
            _ => new { },
        };
}
