namespace AmoCrmQualification.Integration.Tests.Support;

/// <summary>Short words for calling the service.</summary>
internal static class Calls
{
    public static Task<HttpResponseMessage> SendAsync(
        this TestAccount account,
        HttpMethod method,
        string path,
        object? body = null
    ) => account.Client.AskAsync(method, account.Url(path), body);

    public static async Task<HttpResponseMessage> AskAsync(
        this HttpClient client,
        HttpMethod method,
        string url,
        object? body = null
    )
    {
        using var request = new HttpRequestMessage(method, url);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        return await client.SendAsync(request);
    }

    /// <summary>All pages of a list, one after the other.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<JsonElement>>> PagesAsync(
        this TestAccount account,
        string path,
        int limit
    )
    {
        List<IReadOnlyList<JsonElement>> pages = [];
        string? cursor = null;
        do
        {
            var mark = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            var at = cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}";
            var page = await account.GetAsync($"{path}{mark}limit={limit}{at}");
            pages.Add(page.List("items"));
            cursor = page.Text("next_cursor");
        } while (cursor is not null && pages.Count < 1000);
        return pages;
    }
}
