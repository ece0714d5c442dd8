namespace AmoCrmQualification.Sandbox.Hooks;

/// <summary>
/// Attempts 2 and 3 follow any bad answer after 5 and 15 minutes; 4 and 5 (15 minutes, 1 hour) only a 499 or 5xx.
/// amoCRM's docs say it so; whether the wire does has been doubted.
/// </summary>
internal static class RetryPlan
{
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(15),
        TimeSpan.FromMinutes(15),
        TimeSpan.FromHours(1),
    ];

    public static bool IsSuccess(int status) => status is >= 100 and < 300;

    public static TimeSpan? Next(int attemptsMade, int status)
    {
        if (attemptsMade > Waits.Length)
            return null;
        if (attemptsMade > 2 && status is not 499 and not (>= 500 and < 600))
            return null;
        return Waits[attemptsMade - 1];
    }
}
