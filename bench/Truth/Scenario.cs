namespace AmoCrmQualification.Bench.Truth;

/// <summary>How leads come and qualify, and on which days people look.</summary>
/// <param name="FirstLook">Looks are daily, both ends included, at the start of a day.</param>
/// <param name="HorizonDays">Of the account.</param>
/// <param name="MeanDelay">Mean days to the qualification of those who qualify.</param>
internal sealed record Scenario(
    string Name,
    IReadOnlyList<SimulatedCreative> Creatives,
    int FirstLook,
    int LastLook,
    int HorizonDays = 0,
    double MeanDelay = 0
)
{
    private const double Usual = 0.3;
    private const int Others = 4;

    public static readonly Scenario Equal = new("five equal creatives, 90 looks", Five(Usual), 1, 90);

    /// <summary>Four have run for a month when a fifth comes; people look for 45 days from then.</summary>
    public static readonly Scenario Late = new(
        "an equal creative launched late, leads ripen, 45 looks",
        [SimulatedCreative.Steady(Usual, from: 30), .. Four()],
        31,
        75,
        HorizonDays: 14,
        MeanDelay: 5
    );

    /// <summary>The rate goes from 10 % to 50 % and back within a month, and each creative has most leads at another time of it.</summary>
    public static readonly Scenario Season = new(
        "five equal creatives, a drifting season and budgets that move, 90 looks",
        [.. Enumerable.Range(0, 5).Select(number => new SimulatedCreative(day => Budget(day, number), RateOfSeason))],
        1,
        90
    );

    public static readonly Scenario Strong = new(
        "45 % against four of 30 %, 30 looks",
        [SimulatedCreative.Steady(0.45), .. Four()],
        1,
        30
    );

    public static readonly Scenario Plain = new(
        "60 % against 30 %, 30 looks",
        [SimulatedCreative.Steady(0.6), SimulatedCreative.Steady(Usual)],
        1,
        30
    );

    private static List<SimulatedCreative> Five(double rate) => [SimulatedCreative.Steady(rate), .. Four()];

    private static IEnumerable<SimulatedCreative> Four() =>
        Enumerable.Range(0, Others).Select(_ => SimulatedCreative.Steady(Usual));

    private static double RateOfSeason(int day) => Usual + (0.2 * Wave(day, 0));

    private static int Budget(int day, int number) =>
        (int)Math.Round(SimulatedCreative.LeadsOfADay * (1 + (0.8 * Wave(day, number / 5.0))));

    private static double Wave(int day, double phase) => Math.Sin(2 * Math.PI * ((day / 30.0) + phase));
}
