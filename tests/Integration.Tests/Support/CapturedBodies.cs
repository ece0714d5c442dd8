using System.Text;

namespace AmoCrmQualification.Integration.Tests.Support;

/// <summary>Bodies captured from real accounts, with people's names and subdomains masked. Brackets as they are; see <see cref="OnTheWire"/>.</summary>
internal static class CapturedBodies
{
    /// <summary>April 2025: a lead is created, changed by a robot a second later, and deleted.</summary>
    public const string Created =
        "account[subdomain]=acct&account[id]=16700680&account[_links][self]=https%3A%2F%2Facct.amocrm.ru&leads[add][0][id]=30052055&leads[add][0][name]=TEST+%28SORRY%29&leads[add][0][status_id]=17944873&leads[add][0][price]=0&leads[add][0][responsible_user_id]=2852878&leads[add][0][last_modified]=1744532875&leads[add][0][modified_user_id]=2852878&leads[add][0][created_user_id]=2852878&leads[add][0][date_create]=1744532875&leads[add][0][pipeline_id]=936736&leads[add][0][account_id]=16700680&leads[add][0][created_at]=1744532875&leads[add][0][updated_at]=1744532875";

    public const string ChangedByRobot =
        "account[subdomain]=acct&account[id]=16700680&account[_links][self]=https%3A%2F%2Facct.amocrm.ru&leads[update][0][id]=30052055&leads[update][0][name]=TEST+%28SORRY%29&leads[update][0][status_id]=17944873&leads[update][0][price]=0&leads[update][0][responsible_user_id]=2852878&leads[update][0][last_modified]=1744532876&leads[update][0][modified_user_id]=0&leads[update][0][created_user_id]=2852878&leads[update][0][date_create]=1744532875&leads[update][0][pipeline_id]=936736&leads[update][0][account_id]=16700680&leads[update][0][custom_fields][0][id]=957901&leads[update][0][custom_fields][0][name]=test_id&leads[update][0][custom_fields][0][values][0][value]=30052055&leads[update][0][created_at]=1744532875&leads[update][0][updated_at]=1744532876";

    public const string Deleted =
        "account[subdomain]=acct&account[id]=16700680&account[_links][self]=https%3A%2F%2Facct.amocrm.ru&leads[delete][0][id]=30052055&leads[delete][0][status_id]=17944873&leads[delete][0][pipeline_id]=936736";

    /// <summary>July 2023: won. Custom fields with gaps, a date as a scalar, an escaped HTML entity.</summary>
    public const string Won =
        "account[subdomain]=acct&account[id]=29638927&account[_links][self]=https%3A%2F%2Facct.amocrm.ru&leads[status][0][id]=30307415&leads[status][0][name]=Новая+заявка&leads[status][0][status_id]=142&leads[status][0][old_status_id]=41893093&leads[status][0][price]=1&leads[status][0][responsible_user_id]=8744098&leads[status][0][last_modified]=1689281821&leads[status][0][modified_user_id]=8421298&leads[status][0][created_user_id]=0&leads[status][0][date_create]=1689256449&leads[status][0][pipeline_id]=4542166&leads[status][0][tags][0][id]=55515&leads[status][0][tags][0][name]=новаязаявка&leads[status][0][account_id]=29638927&leads[status][0][custom_fields][0][id]=432373&leads[status][0][custom_fields][0][name]=roistat&leads[status][0][custom_fields][0][values][0][value]=139919&leads[status][0][custom_fields][0][code]=ROISTAT&leads[status][0][custom_fields][1][id]=644897&leads[status][0][custom_fields][1][name]=Тип+программы&leads[status][0][custom_fields][1][values][0][value]=MBA&leads[status][0][custom_fields][1][values][0][enum]=853027&leads[status][0][custom_fields][5][id]=715391&leads[status][0][custom_fields][5][name]=Ссылка+на+сайт&leads[status][0][custom_fields][5][values][0][value]=https%3A%2F%2Fexample.test%2Fpromo%3Futm_source%3Dx%26amp%3Butm_medium%3Dy&leads[status][0][custom_fields][7][id]=645087&leads[status][0][custom_fields][7][name]=Дата+доступа&leads[status][0][custom_fields][7][values][0]=1689282000&leads[status][0][created_at]=1689256449&leads[status][0][updated_at]=1689281821";

    /// <summary>March 2023: the trigger of a digital pipeline, without a time.</summary>
    public const string DigitalPipeline =
        "leads[status][0][id]=10754147&leads[status][0][status_id]=54423922&leads[status][0][pipeline_id]=6344290&leads[status][0][old_status_id]=54435014&leads[status][0][old_pipeline_id]=6344290&account[id]=30307558&account[subdomain]=acct";

    /// <summary>The same with ids of a captured move from one pipeline to another.</summary>
    public const string AcrossPipelines =
        "leads[status][0][id]=10754148&leads[status][0][status_id]=58841526&leads[status][0][pipeline_id]=3508507&leads[status][0][old_status_id]=58840350&leads[status][0][old_pipeline_id]=7010970&account[id]=30307558&account[subdomain]=acct";

    /// <summary>July 2026, Kommo.</summary>
    public const string KommoCreated =
        "leads[add][0][id]=22791302&leads[add][0][status_id]=106939423&leads[add][0][pipeline_id]=13859031&account[id]=32491523&account[subdomain]=acct";

    /// <summary>Percent-encoded as amoCRM sends it today.</summary>
    public static string OnTheWire(string body)
    {
        var wire = new StringBuilder();
        foreach (var rune in body.EnumerateRunes())
            wire.Append(rune.IsAscii && rune.Value is not ('[' or ']') ? rune.ToString() : Uri.EscapeDataString(rune.ToString()));
        return wire.ToString();
    }
}
