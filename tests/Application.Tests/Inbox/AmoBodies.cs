using System.Text;

namespace AmoCrmQualification.Application.Tests.Inbox;

/// <summary>Bodies that amoCRM sent (host names and the account's name replaced), with the brackets as read by people.</summary>
internal static class AmoBodies
{
    /// <summary>April 2025: a lead created by hand.</summary>
    public const string Add =
        "account[subdomain]=acct&account[id]=16700680&account[_links][self]=https%3A%2F%2Facct.amocrm.ru"
        + "&leads[add][0][id]=30052055"
        + "&leads[add][0][name]=TEST+%28SORRY%29&leads[add][0][status_id]=17944873&leads[add][0][price]=0"
        + "&leads[add][0][responsible_user_id]=2852878&leads[add][0][last_modified]=1744532875"
        + "&leads[add][0][modified_user_id]=2852878&leads[add][0][created_user_id]=2852878"
        + "&leads[add][0][date_create]=1744532875&leads[add][0][pipeline_id]=936736&leads[add][0][account_id]=16700680"
        + "&leads[add][0][created_at]=1744532875&leads[add][0][updated_at]=1744532875";

    /// <summary>April 2025: a robot filled a field of it one second later.</summary>
    public const string Update =
        "account[subdomain]=acct&account[id]=16700680&account[_links][self]=https%3A%2F%2Facct.amocrm.ru"
        + "&leads[update][0][id]=30052055&leads[update][0][name]=TEST+%28SORRY%29&leads[update][0][status_id]=17944873"
        + "&leads[update][0][price]=0&leads[update][0][responsible_user_id]=2852878"
        + "&leads[update][0][last_modified]=1744532876&leads[update][0][modified_user_id]=0"
        + "&leads[update][0][created_user_id]=2852878&leads[update][0][date_create]=1744532875"
        + "&leads[update][0][pipeline_id]=936736&leads[update][0][account_id]=16700680"
        + "&leads[update][0][custom_fields][0][id]=957901&leads[update][0][custom_fields][0][name]=test_id"
        + "&leads[update][0][custom_fields][0][values][0][value]=30052055&leads[update][0][created_at]=1744532875"
        + "&leads[update][0][updated_at]=1744532876";

    /// <summary>April 2025: the same lead deleted; all that amoCRM says then.</summary>
    public const string Delete =
        "account[subdomain]=acct&account[id]=16700680&account[_links][self]=https%3A%2F%2Facct.amocrm.ru"
        + "&leads[delete][0][id]=30052055&leads[delete][0][status_id]=17944873&leads[delete][0][pipeline_id]=936736";

    /// <summary>July 2023: a deal won, with gaps between field indices, an HTML entity and a date directly under its index.</summary>
    public const string Won =
        "account[subdomain]=acct&account[id]=29638927&account[_links][self]=https%3A%2F%2Facct.amocrm.ru"
        + "&leads[status][0][id]=30307415"
        + "&leads[status][0][name]=Новая+заявка&leads[status][0][status_id]=142&leads[status][0][old_status_id]=41893093"
        + "&leads[status][0][price]=1&leads[status][0][responsible_user_id]=8744098&leads[status][0][last_modified]=1689281821"
        + "&leads[status][0][modified_user_id]=8421298&leads[status][0][created_user_id]=0"
        + "&leads[status][0][date_create]=1689256449"
        + "&leads[status][0][pipeline_id]=4542166&leads[status][0][tags][0][id]=55515&leads[status][0][tags][0][name]=новаязаявка"
        + "&leads[status][0][account_id]=29638927&leads[status][0][custom_fields][0][id]=432373"
        + "&leads[status][0][custom_fields][0][name]=roistat&leads[status][0][custom_fields][0][values][0][value]=139919"
        + "&leads[status][0][custom_fields][0][code]=ROISTAT&leads[status][0][custom_fields][1][id]=644897"
        + "&leads[status][0][custom_fields][1][name]=Тип+программы&leads[status][0][custom_fields][1][values][0][value]=MBA"
        + "&leads[status][0][custom_fields][1][values][0][enum]=853027&leads[status][0][custom_fields][5][id]=715391"
        + "&leads[status][0][custom_fields][5][name]=Ссылка+на+сайт&leads[status][0][custom_fields][5][values][0][value]="
        + "https%3A%2F%2Fexample.test%2Fpromo%3Futm_source%3Dx%26amp%3Butm_medium%3Dy"
        + "&leads[status][0][custom_fields][7][id]=645087"
        + "&leads[status][0][custom_fields][7][name]=Дата+доступа&leads[status][0][custom_fields][7][values][0]=1689282000"
        + "&leads[status][0][created_at]=1689256449&leads[status][0][updated_at]=1689281821";

    /// <summary>March 2023: a stage trigger of the digital pipeline, the account at the end.</summary>
    public const string StageTrigger =
        "leads[status][0][id]=10754147&leads[status][0][status_id]=54423922&leads[status][0][pipeline_id]=6344290"
        + "&leads[status][0][old_status_id]=54435014&leads[status][0][old_pipeline_id]=6344290&account[id]=30307558"
        + "&account[subdomain]=acct";

    /// <summary>Brackets and Cyrillic as they are.</summary>
    public static byte[] Plain(string body) => Encoding.UTF8.GetBytes(body);

    /// <summary>Brackets and Cyrillic percent-encoded: what is on the wire.</summary>
    public static byte[] Escaped(string body) =>
        Encoding.ASCII.GetBytes(
            string.Concat(
                body.EnumerateRunes()
                    .Select(rune =>
                        rune.IsAscii && rune.Value is not ('[' or ']') ? rune.ToString() : Uri.EscapeDataString(rune.ToString())
                    )
            )
        );

    /// <summary>Opening brackets percent-encoded in lower case, closing ones as they are.</summary>
    public static byte[] Mixed(string body) => Plain(body.Replace("[", "%5b", StringComparison.Ordinal));
}
