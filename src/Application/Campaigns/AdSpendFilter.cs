using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>Some of an account's ad spend.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, included.</param>
/// <param name="Search">A part of the ad's id or name, or of the creative's title.</param>
public sealed record AdSpendFilter(
    DateOnly? From = null,
    DateOnly? To = null,
    Guid? CreativeId = null,
    string? AdId = null,
    string? Search = null
)
{
    internal IQueryable<AdSpend> Apply(IAppDbContext db, UserAccountId account)
    {
        Period.Check(From, To);
        var spend = db.AdSpend.Where(s => s.UserAccountId == account);
        if (From is { } from)
            spend = spend.Where(s => s.Date >= from);
        if (To is { } to)
            spend = spend.Where(s => s.Date <= to);
        if (CreativeId is { } c)
        {
            var creative = new CreativeId(c);
            spend = spend.Where(s => s.CreativeId == creative);
        }

        if (AdId is { } ad)
        {
            var id = AdIdText.Clean(ad) ?? "";
            spend = spend.Where(s => s.AdId == id);
        }

        return string.IsNullOrWhiteSpace(Search) ? spend : Matching(spend, db, account, Search.Trim().ToLowerInvariant());
    }

    private static IQueryable<AdSpend> Matching(IQueryable<AdSpend> spend, IAppDbContext db, UserAccountId account, string part)
    {
        var named = db.AdNames.Where(n => n.UserAccountId == account && n.Name.ToLower().Contains(part)).Select(n => n.AdId);
        var titled = db
            .Creatives.Where(c => c.UserAccountId == account && c.Title.ToLower().Contains(part))
            .Select(c => (CreativeId?)c.Id);
        return spend.Where(s => s.AdId!.Contains(part) || named.Contains(s.AdId) || titled.Contains(s.CreativeId));
    }
}
