using AmoCrmQualification.Domain.Attribution;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Leads;

/// <summary>A trace of where a lead came from.</summary>
/// <param name="Name">What the account calls the field.</param>
/// <param name="SeenAt">When the deal had it first.</param>
/// <param name="IsUnfilled">The ad platform did not fill its parameter in: it is no value.</param>
public sealed record LeadMarkView(
    string Code,
    string? Name,
    string Value,
    MarkSource Source,
    DateTimeOffset SeenAt,
    bool IsUnfilled
);

/// <summary>Reads leads with all their marks.</summary>
internal sealed class MarkedLeadReader(IAppDbContext db, ICaller caller)
{
    public async Task<LeadView> ReadAsync(LeadId id, CancellationToken cancellationToken)
    {
        var account = await db.Leads.Where(l => l.Id == id).OwnerAsync(Reasons.LeadUnknown, "lead", cancellationToken);
        var lead =
            await db
                .Leads.Where(l => l.UserAccountId == account && l.Id == id)
                .Select(LeadView.Projection(db, caller, account))
                .SingleOrDefaultAsync(cancellationToken)
            ?? throw new DomainException(Refusal.NotFound(Reasons.LeadUnknown, "lead"));
        var marks = await OfDealAsync(lead, cancellationToken);
        return lead with
        {
            Marks =
            [
                .. OfIntake(lead)
                    .Concat(marks)
                    .Where(mark => caller.SeesContacts || TrackingCodes.IsOfAddress(mark.Code))
                    .OrderBy(mark => mark.SeenAt)
                    .ThenBy(mark => TrackingCodes.Rank(mark.Code))
                    .ThenBy(mark => mark.Source),
            ],
        };
    }

    private async Task<IReadOnlyList<LeadMarkView>> OfDealAsync(LeadView lead, CancellationToken cancellationToken)
    {
        if (lead.AmocrmLeadId is not { } id)
            return [];
        var (account, deal) = (new UserAccountId(lead.UserAccountId), new DealId(id));
        var marks = await db
            .LeadMarks.AsNoTracking()
            .Where(m => m.UserAccountId == account && m.AmocrmLeadId == deal)
            .ToListAsync(cancellationToken);
        return marks.ConvertAll(m => new LeadMarkView(m.Code, m.Name, m.Value, m.Source, m.SeenAt, MarkText.IsUnfilled(m.Value)));
    }

    /// <summary>The columns of a lead that was made of a deal repeat the deal's marks.</summary>
    private static IEnumerable<LeadMarkView> OfIntake(LeadView lead) =>
        lead.SourceType == LeadSource.Crm
            ? []
            : from mark in Columns(lead)
            let value = MarkText.Clean(mark.Value)
            where value is not null
            select new LeadMarkView(mark.Code, Name: null, value, MarkSource.Intake, lead.CreatedAt, MarkText.IsUnfilled(value));

    private static IEnumerable<(string Code, string? Value)> Columns(LeadView lead) =>
        [
            (TrackingCodes.AdId, lead.AdId),
            ("utm_source", lead.UtmSource),
            ("utm_medium", lead.UtmMedium),
            ("utm_campaign", lead.UtmCampaign),
            ("utm_term", lead.UtmTerm),
            ("utm_content", lead.UtmContent),
            ("gclid", lead.Gclid),
            ("yclid", lead.Yclid),
            ("fbclid", lead.Fbclid),
            ("_ym_uid", lead.YmUid),
        ];
}
