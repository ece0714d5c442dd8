using System.Linq.Expressions;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Matching;

/// <summary>Leads that a deal with their phone may belong to; the same as <see cref="Lead.CanBeMatched"/>, for queries.</summary>
internal static class MatchableLeads
{
    private static readonly Expression<Func<Lead, bool>> s_canBeMatched = l =>
        l.AmocrmLeadId == null
        && l.PhoneE164 != null
        && l.PushRequestedAt == null
        && (l.AmocrmPush == AmoPush.NotNeeded || l.AmocrmPush == AmoPush.Pending);

    public static IQueryable<Lead> Matchable(this IAppDbContext db, UserAccountId account) =>
        db.Leads.Where(l => l.UserAccountId == account).Where(s_canBeMatched);

    /// <summary>Whether any lead stays here waiting for a deal: as long as one does, every deal heard of is looked up.</summary>
    public static Task<bool> AnyoneWaitsAsync(
        this IAppDbContext db,
        UserAccountId account,
        CancellationToken cancellationToken
    ) => db.Matchable(account).AnyAsync(l => l.AmocrmPush == AmoPush.NotNeeded, cancellationToken);
}
