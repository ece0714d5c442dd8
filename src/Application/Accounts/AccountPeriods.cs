using AmoCrmQualification.Application.Common;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Common;
using AmoCrmQualification.Domain.Leads;
using Microsoft.EntityFrameworkCore;

namespace AmoCrmQualification.Application.Accounts;

/// <summary>Periods of days, counted in an account's time zone.</summary>
internal static class AccountPeriods
{
    public static async Task<Period> PeriodAsync(
        this IAppDbContext db,
        UserAccountId account,
        DateOnly? first,
        DateOnly? last,
        CancellationToken cancellationToken
    )
    {
        if (first is null && last is null)
            return new(null, null);
        var zone = await db.UserAccounts.Where(a => a.Id == account).Select(a => a.TimeZone).SingleAsync(cancellationToken);
        return Period.OfDays(first, last, TimeZoneInfo.FindSystemTimeZoneById(zone));
    }

    public static IQueryable<Lead> CreatedIn(this IQueryable<Lead> leads, Period period)
    {
        if (period.From is { } from)
            leads = leads.Where(l => l.CreatedAt >= from);
        if (period.Until is { } until)
            leads = leads.Where(l => l.CreatedAt < until);
        return leads;
    }
}
