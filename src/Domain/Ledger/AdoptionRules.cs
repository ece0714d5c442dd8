using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Attribution;

namespace AmoCrmQualification.Domain.Ledger;

/// <summary>Decides which deals made elsewhere become leads.</summary>
/// <param name="From">Deals made before do not count; null when all do.</param>
/// <param name="Pipelines">Deals that were in one of these count; null when all do.</param>
/// <param name="MappedCodes">Codes of the fields that a person mapped.</param>
public sealed record AdoptionRules(
    AdoptDeals Deals,
    DateTimeOffset? From,
    IReadOnlyCollection<AmoPipelineId>? Pipelines,
    IReadOnlyCollection<string> MappedCodes
)
{
    public static readonly AdoptionRules Off = new(AdoptDeals.Off, null, null, []);

    /// <summary>
    /// A deal counts once it is known to exist with a stage. Nothing that is reported later undoes that, so the order of
    /// reports does not matter. One that is known from the journal alone may lie in the trash: it does not count yet; nor does one
    /// of which it is not told when it was made, where that matters.
    /// </summary>
    public bool Adopts(Deal deal) =>
        deal is { Lead: null, Details: { } details, CreatedAt: not null }
        && Deals switch
        {
            AdoptDeals.All => true,
            AdoptDeals.WithMarks => deal.Marks.Any(TellsItsSource),
            AdoptDeals.Off => false,
        }
        && (From is null || details.CreatedAt >= From)
        && (Pipelines is null || deal.StagesReached.Any(stage => Pipelines.Contains(stage.Pipeline)));

    private bool TellsItsSource(Mark mark) =>
        mark.Field is MarkField.Tracking or MarkField.Address || MappedCodes.Contains(mark.Code);
}
