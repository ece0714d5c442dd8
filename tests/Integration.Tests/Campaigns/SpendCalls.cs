using System.Text;

namespace AmoCrmQualification.Integration.Tests.Campaigns;

/// <summary>Ad spend that tests send and look at.</summary>
internal static class SpendCalls
{
    public const string Route = "/api/ad-spend";

    public const string Preview = "/api/ad-spend/preview";

    public static async Task<JsonElement> PreviewAsync(this TestAccount account, string csv, string query = "")
    {
        var answer = await account.PostCsvAsync(Preview + query, csv);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), text);
        return JsonElement.Parse(text);
    }

    public static Task<HttpResponseMessage> PostCsvAsync(this TestAccount account, string path, string csv) =>
        account.Client.PostAsync(account.Url(path), new StringContent(csv, Encoding.UTF8, "text/csv"));

    public static Task<HttpResponseMessage> SendCsvAsync(this TestAccount account, string csv) =>
        account.SendCsvAsync(Encoding.UTF8.GetBytes(csv));

    public static Task<HttpResponseMessage> SendCsvAsync(this TestAccount account, byte[] csv, string? type = "text/csv")
    {
        var content = new ByteArrayContent(csv);
        content.Headers.ContentType = type is null ? null : System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
        return account.Client.PostAsync(account.Url(Route), content);
    }

    /// <summary>Stores lines <c>date,ad_id,creative_id,spend</c> and answers what is said of them.</summary>
    public static async Task<JsonElement> SpendAsync(this TestAccount account, params string[] lines)
    {
        var answer = await account.SendCsvAsync($"date,ad_id,creative_id,spend\n{string.Join('\n', lines)}");
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), text);
        return JsonElement.Parse(text);
    }

    /// <summary>The list, a row a line: <c>2026-11-01 ad-1 5 RUB</c>.</summary>
    public static async Task<IReadOnlyList<string>> SpentAsync(this TestAccount account, string filter = "") =>
        [
            .. (await account.ItemsAsync(Route + filter)).Select(row =>
                $"{row.Text("date")} {row.Text("ad_id") ?? "-"} {row.GetProperty("spend").GetDecimal():0.####} {row.Text("currency") ?? "-"}"
            ),
        ];

    public static IEnumerable<string?> UnknownAds(this JsonElement answer) =>
        answer.List("unknown_ads").Select(ad => ad.GetString());

    public static IEnumerable<string> Lines(this JsonElement problem) =>
        problem.List("errors").Select(error => $"{error.Number("line")}: {error.Text("message")}");
}
