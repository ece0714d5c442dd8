using System.Globalization;
using System.Net;

namespace AmoCrmQualification.Integration.Tests.Attribution;

/// <summary>A test of deals that were made elsewhere.</summary>
internal abstract class AdoptionTest : ApiTest
{
    protected const long Pipeline = 301;
    protected const long New = 501;
    protected const long Talks = 502;

    protected static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    protected Task<TestAccount> AdoptingAsync(string deals = "all") => UnconnectedAccountAsync(new { adopt_deals = deals });

    /// <summary>A hook as amoCRM sends it: fields by name, values HTML-escaped.</summary>
    protected static string Hook(
        long deal,
        string word = "add",
        long status = New,
        DateTimeOffset? at = null,
        DateTimeOffset? createdAt = null,
        params (string Code, string Value)[] fields
    )
    {
        var seconds = (at ?? Monday).ToUnixTimeSeconds();
        var entity = $"leads[{word}][0]";
        var pairs = new List<(string Key, string Value)>
        {
            ($"{entity}[id]", Text(deal)),
            ($"{entity}[name]", "Сделка"),
            ($"{entity}[status_id]", Text(status)),
            ($"{entity}[pipeline_id]", Text(Pipeline)),
            ($"{entity}[price]", "5000"),
            ($"{entity}[responsible_user_id]", "77"),
            ($"{entity}[date_create]", Text((createdAt ?? Monday).ToUnixTimeSeconds())),
            ($"{entity}[last_modified]", Text(seconds)),
        };
        foreach (var (field, index) in fields.Select((field, index) => (field, index)))
        {
            pairs.Add(($"{entity}[custom_fields][{index}][id]", Text(9000 + index)));
            pairs.Add(($"{entity}[custom_fields][{index}][name]", field.Code));
            if (!field.Code.Contains(' ', StringComparison.Ordinal))
                pairs.Add(($"{entity}[custom_fields][{index}][code]", field.Code));
            pairs.Add(($"{entity}[custom_fields][{index}][values][0][value]", WebUtility.HtmlEncode(field.Value)));
        }

        return string.Join('&', pairs.Select(p => $"{WebUtility.UrlEncode(p.Key)}={WebUtility.UrlEncode(p.Value)}"));
    }

    protected static async Task<JsonElement> OnlyLeadAsync(TestAccount account) =>
        (await account.ItemsAsync("/api/leads")).Single();

    protected async Task<Guid> CreativeAsync(TestAccount account, string title, string[]? ads = null, object[]? marks = null) =>
        (
            await JsonAsync(
                await account.Client.PostAsJsonAsync(
                    account.Url("/api/creatives"),
                    new
                    {
                        title,
                        ad_ids = ads ?? [],
                        marks = marks ?? [],
                    }
                ),
                HttpStatusCode.Created
            )
        ).Id();

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
