using AmoCrmQualification.Application.Campaigns.AdFiles;

namespace AmoCrmQualification.Application.Tests.Campaigns.AdFiles;

/// <summary>One file per platform and language, with its titles, totals and traps.</summary>
internal static class ReportSamples
{
    private const string One = "120210123456789012";
    private const string Two = "120210123456789013";

    public static IReadOnlyList<ReportSample> All { get; } =
    [
        new(
            "Meta, English, by days",
            SpendFormat.MetaAdsManager,
            $"""
            Campaign name|Ad set name|Ad name|Ad ID|Day|Amount spent (USD)|Impressions|Link clicks|Clicks (all)|Reporting starts|Reporting ends
            ||||||||||
            Kitchens|Cold|Video, blue|{One}|2026-11-01|12.30|1000|20|35|2026-11-01|2026-11-01
            Kitchens|Cold|Video, blue|{One}|2026-11-02|7.05|900|11|15|2026-11-02|2026-11-02
            Kitchens|Cold|Photo|{Two}|2026-11-01||15|||2026-11-01|2026-11-01
            ||||||19.35|1915|31|50|2026-11-01|2026-11-02
            """.Replace("||||||19.35", "|||||19.35", StringComparison.Ordinal),
            19.35m,
            $"2026-11-01 {One} 12.30 USD 1000 20",
            $"2026-11-02 {One} 7.05 USD 900 11",
            $"2026-11-01 {Two} 0 USD 15"
        ),
        new(
            "Meta, English, one day a period",
            SpendFormat.MetaAdsManager,
            $"""
            Reporting starts|Reporting ends|Ad name|Ad ID|Amount spent (EUR)|Impressions
            2026-11-01|2026-11-01|||5.50|10
            2026-11-01|2026-11-01|Video|{One}|5.50|10
            """,
            5.50m,
            $"2026-11-01 {One} 5.50 EUR 10"
        ),
        new(
            "Meta, Russian",
            SpendFormat.MetaAdsManager,
            $"""
            Название кампании|Название группы объявлений|Название объявления|Идентификатор объявления|День|Потраченная сумма (RUB)|Показы|Клики по ссылке|Клики (все)
            Кухни|Холодные|Видео|{One}|2026-11-01|1234.56|1000|20|30
            Кухни|Холодные|Видео|{One}|2026-11-02|0.44|10|1|1
            """,
            1235.00m,
            $"2026-11-01 {One} 1234.56 RUB 1000 20",
            $"2026-11-02 {One} 0.44 RUB 10 1"
        ),
        new(
            "Meta, older Russian, one day a period",
            SpendFormat.MetaAdsManager,
            $"""
            Дата начала отчётности|Окончание отчётности|Название объявления|Идентификатор объявления|Сумма затрат (USD)|Показы
            2026-11-01|2026-11-01|Видео|{One}|3.10|7
            """,
            3.10m,
            $"2026-11-01 {One} 3.10 USD 7"
        ),
        new(
            "Meta, Ukrainian",
            SpendFormat.MetaAdsManager,
            $"""
            Початок звітності|Завершення звітності|День|Назва оголошення|Ідентифікатор оголошення|Сума витрат (UAH)|Покази
            2026-11-01|2026-11-30|2026-11-01|Відео|{One}|3.10|7
            2026-11-01|2026-11-30|2026-11-02|Відео|{One}|4.15|8
            """,
            7.25m,
            $"2026-11-01 {One} 3.10 UAH 7",
            $"2026-11-02 {One} 4.15 UAH 8"
        ),
        new(
            "Yandex Direct, wizard",
            SpendFormat.YandexDirect,
            """
            Отчёт по объявлениям, клиент "Кухни, двери"
            Период: 01.11.2026 - 02.11.2026
            Валюта: рубли, с НДС
            Дата|Кампания|№ Кампании|Группа|№ Группы|№ Объявления|Заголовок|Условие показа|Показы|Клики|Расход (руб.)
            01.11.2026|Кухни|77|Холодные|88|M-1234567|Кухни на заказ|кухни|1 000|20|1 234,56
            01.11.2026|Кухни|77|Холодные|88|M-1234567|Кухни на заказ|мебель|100|2|0,44
            02.11.2026|Кухни|77|Холодные|88|1234568.0|Двери|—|—|-|--
            Итого|-|-|-|-|--|—|-|1 100|22|1 235,00
            """,
            1235.00m,
            "2026-11-01 1234567 1235.00 RUB 1100 22",
            "2026-11-02 1234568 0 RUB"
        ),
        new(
            "Yandex Direct, wizard, the rouble's sign",
            SpendFormat.YandexDirect,
            """
            № Объявления|Дата|Расход, ₽|Показы
            M-1234567|01.11.2026|5,50|10
            Всего||5,50|10
            """,
            5.50m,
            "2026-11-01 1234567 5.50 RUB 10"
        ),
        new(
            "Yandex Direct, wizard, no unit",
            SpendFormat.YandexDirect,
            """
            Дата|№ Объявления|Расход
            01.11.2026|M-1234567|5,50
            """,
            5.50m,
            "2026-11-01 1234567 5.50 RUB"
        ),
        new(
            "Yandex Direct, API",
            SpendFormat.YandexDirect,
            """
            Ads 1 (2026-11-01 - 2026-11-02)
            Date|AdId|CampaignId|CampaignName|AdGroupId|Impressions|Clicks|Cost|Currency
            2026-11-01|1234567|77|Кухни|88|1000|20|1234.56|RUB
            2026-11-02|1234567|77|Кухни|88|10|--|0.44|RUB
            Total rows: 2
            """,
            1235.00m,
            "2026-11-01 1234567 1234.56 RUB 1000 20",
            "2026-11-02 1234567 0.44 RUB 10"
        ),
        new(
            "VK Реклама",
            SpendFormat.VkAds,
            """
            Дата|ID кампании|ID объявления|Название объявления|Показы|Клики|Потрачено всего, ₽
            01.11.2026|5|1234567|Видео|1000|20|1 234,56
            02.11.2026|5|1234567|Видео|10|1|0,44
            Итого||||1010|21|1 235,00
            """,
            1235.00m,
            "2026-11-01 1234567 1234.56 RUB 1000 20",
            "2026-11-02 1234567 0.44 RUB 10 1"
        ),
        new(
            "myTarget",
            SpendFormat.MyTarget,
            """
            Дата|id|Объявление|Показы|Клики|Списано, ₽
            01.11.2026|1234567|Видео|1000|20|1234,56
            """,
            1234.56m,
            "2026-11-01 1234567 1234.56 RUB 1000 20"
        ),
        new(
            "myTarget, spent",
            SpendFormat.MyTarget,
            """
            Дата|id|Потрачено
            01.11.2026|1234567|1234,56
            """,
            1234.56m,
            "2026-11-01 1234567 1234.56 RUB"
        ),
        new(
            "TikTok",
            SpendFormat.Tiktok,
            $"""
            By Day|Campaign name|Ad name|Ad ID|Cost|Currency|Impressions|Clicks (destination)|Clicks (all)
            2026-11-01|Kitchens|Video|{One}|12.30|USD|1000|20|35
            2026-11-02|Kitchens|Video|{One}|0.05|USD|9|-|-
            Total of 2 results|-|-|-|12.35|-|1009|20|35
            """,
            12.35m,
            $"2026-11-01 {One} 12.30 USD 1000 20",
            $"2026-11-02 {One} 0.05 USD 9"
        ),
        new(
            "TikTok, by date",
            SpendFormat.Tiktok,
            $"""
            Date|Ad ID|Cost
            2026-11-01|{One}|12.30
            """,
            12.30m,
            $"2026-11-01 {One} 12.30 RUB"
        ),
        new(
            "Google Ads, English",
            SpendFormat.GoogleAds,
            """
            Ad report
            November 1, 2026 - November 2, 2026
            Day|Campaign|Ad ID|Currency code|Cost|Impr.|Clicks
            2026-11-01|Kitchens|1234567|USD|1,234.56|1,000|20
            2026-11-02|Kitchens|1234567|USD|0.44|--|--
            Total: Ads| --| --| --|1,235.00|1,000|20
            Total: Account| --| --|USD|1,235.00|1,000|20
            """,
            1235.00m,
            "2026-11-01 1234567 1234.56 USD 1000 20",
            "2026-11-02 1234567 0.44 USD"
        ),
        new(
            "Google Ads, Russian",
            SpendFormat.GoogleAds,
            """
            Отчёт по объявлениям
            1 ноября 2026 г. - 2 ноября 2026 г.
            День|Кампания|Идентификатор объявления|Код валюты|Стоимость|Показы|Клики
            2026-11-01|Кухни|1234567|RUB|1 234,56|1 000|20
            Итого: аккаунт|--|--|RUB|1 234,56|1 000|20
            """,
            1234.56m,
            "2026-11-01 1234567 1234.56 RUB 1000 20"
        ),
    ];
}
