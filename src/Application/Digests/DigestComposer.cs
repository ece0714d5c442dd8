using AmoCrmQualification.Application.Alerts;
using AmoCrmQualification.Application.Analytics;

namespace AmoCrmQualification.Application.Digests;

/// <summary>Puts facts into words. Nothing is called better or worse but what is decided.</summary>
internal static class DigestComposer
{
    /// <summary>So that a message stays one that is read, and within Telegram's 4096 characters.</summary>
    private const int MostLines = 10;

    private const int LongestName = 80;

    /// <param name="overview">Address of the account's overview of these days.</param>
    public static DigestBody Compose(DigestFacts facts, DigestWords words, string overview) =>
        new(
            words.Title(Short(facts.Account), facts.Days),
            [
                new(Heading: null, [.. Head(facts, words)]),
                Decided(facts, words),
                .. facts.Alerts.Count == 0
                    ? Enumerable.Empty<DigestBlock>()
                    : [new DigestBlock(words.Attention, Cut(facts.Alerts.Select(words.Sentence).Distinct(), words))],
            ],
            new(words.OpenOverview, overview)
        );

    /// <summary>A message about alerts alone, at once.</summary>
    public static DigestBody Compose(string account, IEnumerable<Alert> alerts, DigestWords words, string overview) =>
        new(
            words.AlertTitle(Short(account)),
            [new(Heading: null, Cut(alerts.Select(words.Sentence).Distinct(), words))],
            new(words.OpenOverview, overview)
        );

    private static IEnumerable<string> Head(DigestFacts facts, DigestWords words)
    {
        var head = facts.Head;
        if (head is { Leads: { Value: 0, Previous: 0 or null }, Spend: { Value: null or 0, Previous: null or 0 } })
        {
            yield return words.NoLeads(facts.Days);
            yield break;
        }
        yield return Line(words.Leads, head.Leads, words.Number, words.Number, words);
        yield return Line(
            words.Qualified,
            head.Qualified,
            count => Share(count, head.Leads.Value, words),
            count => Before(count, head.Leads.Previous, words),
            words
        );
        yield return Line(words.Won, head.Won, words.Number, words.Number, words);
        foreach (
            var (name, amount) in new[]
            {
                (words.Revenue, head.Revenue),
                (words.Spend, head.Spend),
                ("CPL", head.Cpl),
                ("CPQL", head.Cpql),
            }
        )
        {
            // Costs without spend say nothing that the line of spend does not.
            if (amount is not { Value: null, Previous: null } || name == words.Spend)
                yield return Line(
                    name,
                    amount,
                    sum => words.Money(sum, head.Currency),
                    sum => words.Money(sum, head.PreviousCurrency),
                    words
                );
        }
        if (head.Romi is not { Value: null, Previous: null })
            yield return Line("ROMI", head.Romi, words.Percent, words.Percent, words);
        yield return words.ComparedWith(facts.Before);
    }

    private static DigestBlock Decided(DigestFacts facts, DigestWords words)
    {
        var lines = facts
            .Turned.Select(d => words.Sentence(d with { Title = Short(d.Title) }))
            .Concat(facts.Withdrawn.Select(d => words.Withdrawn(d with { Title = Short(d.Title) })))
            .ToList();
        return lines.Count == 0
            ? new(Heading: null, [words.NothingTurned(facts.IsAnyDecided)])
            : new(words.Decided, [.. Cut(lines, words), words.JudgedUntil(facts.JudgedUntil)]);
    }

    private static string Line<T>(string name, Compared<T> figure, Func<T, string> now, Func<T, string> before, DigestWords words)
        where T : struct
    {
        var value = figure.Value is { } known ? now(known) : words.NoData;
        return $"{name}: {(figure.Previous is { } previous ? words.Was(value, before(previous)) : value)}";
    }

    private static string Share(long count, long? leads, DigestWords words) =>
        leads is { } all and > 0 ? words.Share(words.Number(count), words.Percent(100.0 * count / all)) : words.Number(count);

    private static string Before(long count, long? leads, DigestWords words) =>
        leads is { } all and > 0 ? $"{words.Number(count)}, {words.Percent(100.0 * count / all)}" : words.Number(count);

    private static List<string> Cut(IEnumerable<string> lines, DigestWords words)
    {
        var all = lines.Select(line => $"• {line}").ToList();
        return all.Count <= MostLines ? all : [.. all.Take(MostLines), words.More(all.Count - MostLines)];
    }

    private static string Short(string name) =>
        name.Length <= LongestName ? name : $"{TextLength.Cut(name, LongestName - 1).TrimEnd()}…";
}
