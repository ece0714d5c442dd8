using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Domain.Matching;

/// <summary>A deal and the phones of its contacts.</summary>
/// <param name="Phones">In all their spellings.</param>
/// <param name="IsAsked">A person was asked whose it is: nothing else links it by phone.</param>
public sealed record DealPhones(Deal Deal, IReadOnlyCollection<string> Phones, bool IsAsked)
{
    /// <summary>As amoCRM tells it; null where it does not: then when the deal was first known to be in a stage.</summary>
    public DateTimeOffset? MadeAt { get; init; }
}

/// <param name="Lead">The lead that takes the deal over; null where none does.</param>
/// <param name="Candidates">Several leads that it may be: a person chooses.</param>
public sealed record PhoneDecision(Deal Deal, Lead? Lead, IReadOnlyList<Lead> Candidates);

/// <summary>Decides which lead of ours a deal made elsewhere is, by the phones of its contacts.</summary>
public static class PhonePrecedence
{
    /// <summary>Somebody who comes again later is another lead, where every deal counts as one.</summary>
    public static readonly TimeSpan LongestApart = TimeSpan.FromDays(30);

    /// <summary>
    /// Decides for all deals that a lead may take. A person who comes again has several: the lead is the one that was made
    /// nearest to it, so it makes no difference which of them became known first, as long as they come together.
    /// </summary>
    public static IReadOnlyList<PhoneDecision> Decide(IEnumerable<DealPhones> deals, IEnumerable<Lead> leads, AdoptionRules rules)
    {
        var waiting = leads.Where(lead => lead is { CanBeMatched: true, PhoneE164: not null }).ToList();
        var nearest = deals
            .Where(d => d.Deal.IsFree)
            .Select(d => (Known: d, Distance: Distance(d, Candidates(d, waiting, rules))))
            .OrderBy(d => d.Distance)
            .ThenByDescending(d => d.Known.Deal.Key.Deal.Value);
        var decisions = new List<PhoneDecision>();
        foreach (var (known, _) in nearest.ToList())
        {
            var candidates = known.IsAsked ? [] : Candidates(known, waiting, rules);
            var only = candidates is [var one] ? one : null;
            if (only is not null)
                waiting.Remove(only);
            decisions.Add(new(known.Deal, only, only is null ? candidates : []));
        }

        return decisions;
    }

    private static IReadOnlyList<Lead> Candidates(DealPhones known, IEnumerable<Lead> waiting, AdoptionRules rules) =>
        [
            .. waiting.Where(lead =>
                known.Phones.Contains(lead.PhoneE164!) && (rules.Deals == AdoptDeals.Off || Apart(lead, known) <= LongestApart)
            ),
        ];

    private static TimeSpan Distance(DealPhones known, IEnumerable<Lead> candidates) =>
        candidates.Select(lead => Apart(lead, known)).DefaultIfEmpty(TimeSpan.MaxValue).Min();

    private static TimeSpan Apart(Lead lead, DealPhones known) =>
        (known.MadeAt ?? known.Deal.CreatedAt) is { } madeAt ? (lead.CreatedAt - madeAt).Duration() : TimeSpan.Zero;
}
