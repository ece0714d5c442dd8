namespace AmoCrmQualification.Sandbox.Demo;

/// <param name="Share">How many of the leads it brings, relative to the others.</param>
/// <param name="Talks">Of its leads, how many answer the phone.</param>
/// <param name="Qualifies">Of those, how many are worth a visit.</param>
/// <param name="Buys">Of those, how many sign after an offer.</param>
internal sealed record DemoCreative(
    string Title,
    int Direction,
    string AdId,
    string Source,
    double Share,
    double Talks,
    double Qualifies,
    double Buys,
    int Price,
    DemoBudget Budget
);

/// <summary>
/// Who plays in the demo. The creatives differ on purpose: the crowd-puller has the cheapest leads and loses money, two sell,
/// one has nothing to be compared with, and one costs much for few leads.
/// </summary>
internal static class DemoCast
{
    public static readonly IReadOnlyList<string> Directions = ["Кухни", "Шкафы и гардеробные", "Дизайнеры"];

    /// <summary>Per direction: what a qualified lead and a sale may cost.</summary>
    public static readonly IReadOnlyList<(int Cpql, int Cac)> Targets = [(25_000, 50_000), (20_000, 60_000), (60_000, 150_000)];

    public const int PartnersDirection = 2;

    public static readonly IReadOnlyList<DemoCreative> Creatives =
    [
        new("Кухня за 14 дней: видео со сборкой", 0, "120210000001", "vk", 0.22, 0.82, 0.55, 0.42, 310_000, new(11_500, 34, 1.1)),
        new("Скидка 40 % на кухни: карусель", 0, "120210000002", "vk", 0.34, 0.58, 0.24, 0.05, 190_000, new(8_200, 17, 2.3)),
        new("Калькулятор кухни: поиск", 0, "120210000003", "yandex", 0.19, 0.86, 0.62, 0.38, 280_000, new(12_800, 71, 6.4)),
        new(
            "Гардеробная под ключ: до и после",
            1,
            "120210000004",
            "telegram",
            0.20,
            0.74,
            0.44,
            0.35,
            145_000,
            new(7_400, 41, 0.9)
        ),
        new("Программа для дизайнеров", 2, "120210000005", "telegram", 0.05, 0.70, 0.50, 0.30, 420_000, new(6_900, 96, 0.4)),
    ];

    public static readonly IReadOnlyList<string> Names =
    [
        "Анна Соколова",
        "Дмитрий Орлов",
        "Елена Морозова",
        "Сергей Волков",
        "Ольга Зайцева",
        "Алексей Павлов",
        "Наталья Козлова",
        "Иван Лебедев",
        "Мария Новикова",
        "Павел Егоров",
        "Татьяна Фролова",
        "Андрей Макаров",
        "Юлия Андреева",
        "Михаил Белов",
        "Светлана Тарасова",
        "Артём Комаров",
        "Ирина Киселёва",
        "Роман Ильин",
        "Екатерина Гусева",
        "Владимир Титов",
        "Ксения Кузьмина",
        "Николай Баранов",
        "Дарья Крылова",
        "Олег Жуков",
        "Алина Сафина",
        "Тимур Галиев",
        "Виктория Мельник",
        "Ерлан Ахметов",
        "Полина Данилова",
        "Константин Рябов",
    ];

    /// <summary>The same person writes a number as they please. The block 900 000-… is one nobody is called on here.</summary>
    public static string PhoneOf(int number) =>
        (number % 4) switch
        {
            0 => $"+7 (900) 0{number / 10_000:00}-{number / 100 % 100:00}-{number % 100:00}",
            1 => $"8 900 0{number / 10_000:00} {number / 100 % 100:00} {number % 100:00}",
            2 => $"+79000{number:000000}",
            _ => $"9000{number:000000}",
        };
}
