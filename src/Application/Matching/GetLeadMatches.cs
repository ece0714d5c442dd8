using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Matching;

namespace AmoCrmQualification.Application.Matching;

/// <summary>Deals of an account that wait for a person to say whose they are, newest first.</summary>
public sealed record GetLeadMatchesQuery(UserAccountId Account, PageRequest Page) : IRequest<Page<LeadMatchView>>;

/// <param name="LeadId">The lead it was linked with.</param>
/// <param name="Candidates">Leads with its phone that have no deal yet, newest first.</param>
public sealed record LeadMatchView(
    Guid Id,
    long AmocrmLeadId,
    string? Phone,
    LeadMatchState State,
    Guid? LeadId,
    DateTimeOffset CreatedAt,
    IReadOnlyList<LeadMatchCandidate> Candidates
);

public sealed record LeadMatchCandidate(
    Guid Id,
    string? Name,
    string? Phone,
    LeadSource SourceType,
    Guid? CreativeId,
    DateTimeOffset CreatedAt
);

internal sealed class GetLeadMatchesHandler(IAppDbContext db) : IRequestHandler<GetLeadMatchesQuery, Page<LeadMatchView>>
{
    public async Task<Page<LeadMatchView>> Handle(GetLeadMatchesQuery query, CancellationToken cancellationToken)
    {
        var rows = await db
            .LeadMatches.Where(m => m.UserAccountId == query.Account && m.State == LeadMatchState.Pending)
            .AsNoTracking()
            .NewestFirst(query.Page, m => m.CreatedAt, m => m.Id, id => new(id))
            .ToListAsync(cancellationToken);
        var page = query.Page.Cut(rows, m => new(m.CreatedAt, m.Id.Value));
        var candidates = await CandidatesAsync(query.Account, page.Items, cancellationToken);
        return new([.. page.Items.Select(m => m.Show(candidates[m.AmocrmLeadId]))], page.NextCursor);
    }

    private async Task<ILookup<DealId, LeadMatchCandidate>> CandidatesAsync(
        UserAccountId account,
        IReadOnlyList<LeadMatch> matches,
        CancellationToken cancellationToken
    )
    {
        var deals = matches.Select(m => m.AmocrmLeadId).ToList();
        var pairs = await (
            from contact in db.DealContacts
            where contact.UserAccountId == account && deals.Contains(contact.AmocrmLeadId)
            join lead in db.Matchable(account) on contact.PhoneE164 equals lead.PhoneE164
            orderby lead.CreatedAt descending, lead.Id
            select new
            {
                contact.AmocrmLeadId,
                Candidate = new LeadMatchCandidate(
                    lead.Id.Value,
                    lead.Name,
                    lead.Phone ?? lead.PhoneE164,
                    lead.SourceType,
                    lead.CreativeId == null ? null : lead.CreativeId.Value.Value,
                    lead.CreatedAt
                ),
            }
        ).ToListAsync(cancellationToken);
        return pairs.ToLookup(pair => pair.AmocrmLeadId, pair => pair.Candidate);
    }
}

internal static class LeadMatchViews
{
    public static LeadMatchView Show(this LeadMatch match, IEnumerable<LeadMatchCandidate> candidates) =>
        new(
            match.Id.Value,
            match.AmocrmLeadId.Value,
            match.PhoneE164,
            match.State,
            match.LeadId?.Value,
            match.CreatedAt,
            [.. candidates]
        );
}
