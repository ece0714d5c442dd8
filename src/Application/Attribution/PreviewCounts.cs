using System.Runtime.InteropServices;
using AmoCrmQualification.Domain.Attribution;
using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Attribution;

/// <summary>Counts decisions, a page at a time.</summary>
internal sealed class PreviewCounts(IReadOnlyList<MappedField> fields)
{
    private const int MostUnmatched = 100;

    private readonly IReadOnlySet<string> _codes = UnmatchedCodes.With(fields);
    private readonly Dictionary<CreativeId, long> _before = [];
    private readonly Dictionary<CreativeId, long> _after = [];
    private readonly Dictionary<(string Code, string Value), long> _unmatched = [];
    private long _leads;

    public IReadOnlyList<CreativeId> Creatives => [.. _before.Keys.Union(_after.Keys)];

    public void Add(IReadOnlyList<LeadDecision> decisions)
    {
        _leads += decisions.Count;
        foreach (var decision in decisions)
        {
            if (decision.Before.Creative is { } before)
                Count(_before, before);
            if (decision.After.Creative is { } after)
                Count(_after, after);
            else if (decision.After.Rule is not AttributionRule.Given)
                foreach (var mark in MarkSet.Counting(decision.Marks).Where(mark => _codes.Contains(mark.Code)))
                    Count(_unmatched, (mark.Code, mark.Value));
        }
    }

    public AttributionPreview ToPreview(IReadOnlyDictionary<CreativeId, string> titles) =>
        new(
            _leads,
            _before.Values.Sum(),
            _after.Values.Sum(),
            [
                .. Creatives
                    .Select(c => new CreativePreview(
                        c.Value,
                        titles[c],
                        _before.GetValueOrDefault(c),
                        _after.GetValueOrDefault(c)
                    ))
                    .OrderByDescending(c => c.LeadsAfter)
                    .ThenByDescending(c => c.LeadsBefore)
                    .ThenBy(c => c.CreativeId),
            ],
            [
                .. _unmatched
                    .GroupBy(value => (value.Key.Code, MarkText.Fold(value.Key.Value)))
                    .Select(same => new UnmatchedPreview(
                        same.Key.Code,
                        same.OrderByDescending(v => v.Value).ThenBy(v => v.Key.Value, StringComparer.Ordinal).First().Key.Value,
                        same.Sum(v => v.Value)
                    ))
                    .OrderByDescending(value => value.Leads)
                    .ThenBy(value => TrackingCodes.Rank(value.Code))
                    .ThenBy(value => value.Value, StringComparer.Ordinal)
                    .Take(MostUnmatched),
            ]
        );

    private static void Count<TKey>(Dictionary<TKey, long> counts, TKey key)
        where TKey : notnull => CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
}
