using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Matching;

/// <summary>Leads that a deal with their phone may belong to.</summary>
internal static class MatchableLeads
{
    public static IQueryable<Lead> Matchable(this IAppDbContext db, UserAccountId account) =>
        db.Leads.Where(l => l.UserAccountId == account && l.PhoneE164 != null).Where(Lead.IsMatchable);

    /// <summary>True while any lead waits for a deal: then each new deal is looked up.</summary>
    public static Task<bool> AnyoneWaitsAsync(
        this IAppDbContext db,
        UserAccountId account,
        CancellationToken cancellationToken
    ) => db.Matchable(account).AnyAsync(l => l.AmocrmPush == AmoPush.NotNeeded, cancellationToken);
}
