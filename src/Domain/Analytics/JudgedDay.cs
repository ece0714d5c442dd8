namespace AmoCrmQualification.Domain.Analytics;

/// <summary>Leads of one creative created on one day, all old enough, and how many of them qualified within the horizon.</summary>
/// <param name="Day">In the account's time zone.</param>
public readonly record struct JudgedDay(DateOnly Day, long Leads, long Qualified)
{
    public static JudgedDay operator +(JudgedDay a, JudgedDay b) =>
        a with
        {
            Leads = a.Leads + b.Leads,
            Qualified = a.Qualified + b.Qualified,
        };

    public static JudgedDay operator -(JudgedDay whole, JudgedDay part) =>
        whole with
        {
            Leads = whole.Leads - part.Leads,
            Qualified = whole.Qualified - part.Qualified,
        };
}
