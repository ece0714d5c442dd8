using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Matching;

/// <summary>Leads that a deal with their phone may belong to.</summary>
internal static class MatchableLeads
{
    public static IQueryable<Lead> Matchable(this IAppDbContext db, UserAccountId account) =>
        db.Leads.Where(l => l.UserAccountId == account && l.PhoneE164 != null).Where(Lead.IsMatchable);

    /// <summary>Whether any lead stays here waiting for a deal: as long as one does, every deal heard of is looked up.</summary>
    public static Task<bool> AnyoneWaitsAsync(
        this IAppDbContext db,
        UserAccountId account,
        CancellationToken cancellationToken
    ) => db.Matchable(account).AnyAsync(l => l.AmocrmPush == AmoPush.NotNeeded, cancellationToken);
}
