namespace AmoCrmQualification.Application.Campaigns.AdFiles;

/// <summary>The reports that are recognised, by their folded headings.</summary>
internal static class ReportFormats
{
    private static readonly ReportFormat Meta = new(
        SpendFormat.MetaAdsManager,
        Headings(
            date: "day|день",
            id: "ad id|идентификатор объявления|ідентифікатор оголошення",
            name: "ad name|название объявления|назва оголошення",
            spend: "amount spent|потраченная сумма|сумма затрат|сума витрат|витрачена сума",
            currency: "currency|валюта",
            impressions: "impressions|показы|покази",
            clicks: "link clicks|клики по ссылке|кліки посилання|кліки за посиланням|кліки на посилання|clicks (all)|клики (все)|кліки (усі)|кліки (всі)",
            start: "reporting starts|дата начала отчетности|начало отчетности|початок звітності|дата початку звітності",
            end: "reporting ends|дата окончания отчетности|окончание отчетности|завершення звітності|дата завершення звітності"
        ),
        Names(
            "campaign name|campaign id|ad set name|ad set id|название кампании|идентификатор кампании|название группы объявлений"
                + "|идентификатор группы объявлений|назва кампанії|ідентифікатор кампанії|назва групи оголошень|ідентифікатор групи оголошень"
        ),
        "Breakdown → By time → Day («Разбивка → По времени → День»)",
        "Ad ID («Идентификатор объявления»)"
    );

    private static readonly ReportFormat DirectWizard = new(
        SpendFormat.YandexDirect,
        Headings(
            date: "дата",
            id: "№ объявления|номер объявления",
            name: "заголовок",
            spend: "расход|расход с ндс|расход без ндс",
            currency: "валюта",
            impressions: "показы",
            clicks: "клики"
        ),
        Names("кампания|№ кампании|группа|№ группы|условие показа|тип условия показа|тип площадки|площадка|ctr"),
        "«Срез: по дням»",
        "«№ Объявления»"
    );

    private static readonly ReportFormat DirectApi = new(
        SpendFormat.YandexDirect,
        Headings(
            date: "date",
            id: "adid",
            name: "",
            spend: "cost",
            currency: "currency",
            impressions: "impressions",
            clicks: "clicks"
        ),
        Names("campaignid|campaignname|campaigntype|adgroupid|adgroupname|criterion|criterionid|criteriontype|device|ctr|avgcpc"),
        "the field Date («Срез: по дням»)",
        "AdId",
        MayBeInMicros: true
    );

    private static readonly ReportFormat Vk = new(
        SpendFormat.VkAds,
        Headings(
            date: "дата",
            id: "id объявления|id",
            name: "название объявления|объявление",
            spend: "потрачено всего|потрачено|списано",
            currency: "валюта",
            impressions: "показы",
            clicks: "клики"
        ),
        Names(
            "кампания|id кампании|название кампании|группа объявлений|id группы объявлений|название группы объявлений|ctr|cpc|ecpc|ecpm"
        ),
        "«Детализация: по дням»",
        "«ID объявления»"
    );

    private static readonly ReportFormat MyTarget = Vk with { Format = SpendFormat.MyTarget, IdColumn = "«id»" };

    private static readonly ReportFormat TikTok = new(
        SpendFormat.Tiktok,
        Headings(
            date: "by day|date",
            id: "ad id",
            name: "ad name",
            spend: "cost|total cost",
            currency: "currency",
            impressions: "impressions|impression",
            clicks: "clicks (destination)|destination clicks|clicks (all)|clicks"
        ),
        Names("campaign name|campaign id|ad group name|ad group id"),
        "the dimension By Day",
        "Ad ID"
    );

    private static readonly ReportFormat Google = new(
        SpendFormat.GoogleAds,
        Headings(
            date: "day|день",
            id: "ad id|идентификатор объявления",
            name: "ad name|название объявления",
            spend: "cost|стоимость|расходы",
            currency: "currency code|код валюты|currency|валюта",
            impressions: "impr.|impressions|показы|показ.",
            clicks: "clicks|клики"
        ),
        Names(
            "campaign|campaign id|ad group|ad group id|кампания|идентификатор кампании|группа объявлений|идентификатор группы объявлений"
        ),
        "Segment → Time → Day («Сегмент → Время → День»)",
        "Ad ID («Идентификатор объявления»)"
    );

    // In this order where several fit equally.
    private static readonly ReportFormat[] All = [Meta, DirectWizard, DirectApi, Vk, TikTok, Google];

    public static ReportFormat? Recognise(IReadOnlyList<string> headings)
    {
        var best = All.Select(report => (Report: report, Score: report.Score(headings))).MaxBy(fit => fit.Score);
        return best.Score == 0 ? null
            : best.Report != Vk ? best.Report
            : IsMyTarget(headings) ? MyTarget
            : Vk;
    }

    /// <summary>The meaning that a heading has in any report.</summary>
    public static SpendColumn? Meaning(string heading)
    {
        var names = HeadingText.Names(heading).Select(n => n.Name).ToList();
        var meanings =
            from report in All
            from column in report.Headings
            where column.Value.Any(names.Contains)
            select (SpendColumn?)column.Key;
        return meanings.FirstOrDefault();
    }

    /// <summary>Both are of one house and share their words, but for the id's.</summary>
    private static bool IsMyTarget(IReadOnlyList<string> headings)
    {
        var names = headings.SelectMany(HeadingText.Names).Select(n => n.Name).ToHashSet(StringComparer.Ordinal);
        return !names.Contains("id объявления") && (names.Contains("id") || names.Contains("списано"));
    }

    private static Dictionary<SpendColumn, IReadOnlyList<string>> Headings(
        string date,
        string id,
        string name,
        string spend,
        string currency,
        string impressions,
        string clicks,
        string start = "",
        string end = ""
    ) =>
        new()
        {
            [SpendColumn.Date] = Names(date),
            [SpendColumn.AdId] = Names(id),
            [SpendColumn.AdName] = Names(name),
            [SpendColumn.Spend] = Names(spend),
            [SpendColumn.Currency] = Names(currency),
            [SpendColumn.Impressions] = Names(impressions),
            [SpendColumn.Clicks] = Names(clicks),
            [SpendColumn.PeriodStart] = Names(start),
            [SpendColumn.PeriodEnd] = Names(end),
        };

    private static string[] Names(string names) => names.Split('|', StringSplitOptions.RemoveEmptyEntries);
}
