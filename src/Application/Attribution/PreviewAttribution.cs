using AmoCrmQualification.Domain.Attribution;
using AmoCrmQualification.Domain.Campaigns;
using AmoCrmQualification.Domain.Leads;
using FluentValidation;

namespace AmoCrmQualification.Application.Attribution;

/// <summary>Compares whose leads are with whose they would be by these settings. Nothing is changed.</summary>
public sealed record PreviewAttributionQuery(UserAccountId Account, AttributionChange Change) : IRequest<AttributionPreview>;

/// <param name="Creatives">Those with leads before or after, most leads after first.</param>
/// <param name="Unmatched">The most frequent values that would name no creative.</param>
public sealed record AttributionPreview(
    long Leads,
    long AttributedBefore,
    long AttributedAfter,
    IReadOnlyList<CreativePreview> Creatives,
    IReadOnlyList<UnmatchedPreview> Unmatched
);

public sealed record CreativePreview(Guid CreativeId, string Title, long LeadsBefore, long LeadsAfter);

public sealed record UnmatchedPreview(string Code, string Value, long Leads);

internal sealed class PreviewAttributionValidator : AbstractValidator<PreviewAttributionQuery>
{
    public PreviewAttributionValidator() => RuleFor(c => c.Change).SetValidator(new AttributionChangeValidator());
}

internal sealed class PreviewAttributionHandler(IAppDbContext db, ILeadAttribution attribution, AttributionVersions versions)
    : IRequestHandler<PreviewAttributionQuery, AttributionPreview>
{
    private const int PageSize = 5000;

    public async Task<AttributionPreview> Handle(PreviewAttributionQuery query, CancellationToken cancellationToken)
    {
        var account = await db.AccountAsync(query.Account, cancellationToken);
        var fields =
            query.Change.Mapped
            ?? (await versions.NewestAsync(account.Id, cancellationToken))?.Fields
            ?? Array.Empty<MappedField>();
        var counts = new PreviewCounts(fields);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        LeadId? after = null;
        IReadOnlyList<LeadDecision> page;
        do
        {
            page = await attribution.CompareAsync(account.Id, after, PageSize, fields, cancellationToken);
            counts.Add(page);
            after = page.Count > 0 ? page[^1].Lead : after;
        } while (page.Count == PageSize);

        var ids = counts.Creatives;
        var titles = await db
            .Creatives.Where(c => c.UserAccountId == account.Id && ids.Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, c => c.Title, cancellationToken);
        return counts.ToPreview(titles);
    }
}
