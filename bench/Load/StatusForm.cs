using System.Globalization;
using System.Text;

namespace AmoCrmQualification.Bench.Load;

/// <summary>A stage change as amoCRM sends it: a captured body with its brackets escaped, about 1.5 KB of which ids vary.</summary>
internal static class StatusForm
{
    private const string Captured =
        "account[subdomain]=acct&account[id]=29638927&account[_links][self]=https%3A%2F%2Facct.amocrm.ru"
        + "&leads[status][0][id]={deal}&leads[status][0][name]=%D0%97%D0%B0%D1%8F%D0%B2%D0%BA%D0%B0"
        + "&leads[status][0][status_id]={status}&leads[status][0][old_status_id]={old_status}&leads[status][0][price]={price}"
        + "&leads[status][0][responsible_user_id]=8744098&leads[status][0][last_modified]={at}"
        + "&leads[status][0][modified_user_id]=8421298&leads[status][0][created_user_id]=0"
        + "&leads[status][0][date_create]=1689256449&leads[status][0][pipeline_id]={pipeline}"
        + "&leads[status][0][account_id]=29638927&leads[status][0][custom_fields][0][id]=432373"
        + "&leads[status][0][custom_fields][0][name]=roistat&leads[status][0][custom_fields][0][values][0][value]=139919"
        + "&leads[status][0][created_at]=1689256449&leads[status][0][updated_at]={at}";

    private static readonly string Template = Captured
        .Replace("[", "%5B", StringComparison.Ordinal)
        .Replace("]", "%5D", StringComparison.Ordinal);

    /// <summary>For <c>format(…, deal, status, old_status, price, at, pipeline)</c> of PostgreSQL.</summary>
    public static readonly string SqlFormat = Fill(
        Template.Replace("%", "%%", StringComparison.Ordinal),
        "%1$s",
        "%2$s",
        "%3$s",
        "%4$s",
        "%5$s",
        "%6$s"
    );

    public static byte[] Body(long deal, DateTimeOffset at) =>
        Encoding.ASCII.GetBytes(
            Fill(
                Template,
                deal.ToString(CultureInfo.InvariantCulture),
                "41893094",
                "41893093",
                "1000",
                at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
                "4542166"
            )
        );

    private static string Fill(
        string template,
        string deal,
        string status,
        string oldStatus,
        string price,
        string at,
        string pipeline
    ) =>
        template
            .Replace("{deal}", deal, StringComparison.Ordinal)
            .Replace("{status}", status, StringComparison.Ordinal)
            .Replace("{old_status}", oldStatus, StringComparison.Ordinal)
            .Replace("{price}", price, StringComparison.Ordinal)
            .Replace("{at}", at, StringComparison.Ordinal)
            .Replace("{pipeline}", pipeline, StringComparison.Ordinal);
}
