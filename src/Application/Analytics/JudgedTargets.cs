using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>Costs and returns of the judged leads against the targets of their direction.</summary>
internal sealed class JudgedTargets(
    Cohort judged,
    IReadOnlyCollection<JudgedCreative> counted,
    IReadOnlyCollection<SpendCount> spent
)
{
    private readonly Dictionary<CreativeId, JudgedCreative> _counted = counted.ToDictionary(c => c.Creative);
    private readonly ILookup<CreativeId?, SpendCount> _spent = spent.ToLookup(s => s.Creative);

    public CreativeTargets On(CreativeLabel? creative) =>
        creative?.Targets is { } goals
            ? CreativeTargets.From(
                goals,
                PaidLeads.From(_counted.GetValueOrDefault(creative.Id) ?? new(creative.Id, []), SpendOf(creative.Id))
            )
            : CreativeTargets.None;

    // Targets are in the account's currency: spend in another is not known in that.
    private JudgedSpend SpendOf(CreativeId creative)
    {
        var spent = _spent[creative].ToList();
        return new(MoneySum.From(spent.ConvertAll(s => s.Spend)).In(judged.Currency), spent.Days());
    }
}
