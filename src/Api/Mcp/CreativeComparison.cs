using System.Globalization;
using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Api.Mcp;

/// <summary>
/// A page of creatives with what can be said of their order: those of all pages that are decided, and those of this page that are
/// not, with the reason.
/// </summary>
internal sealed record CreativeComparison(
    string Ranking,
    IReadOnlyList<CreativeName> Better,
    IReadOnlyList<CreativeName> Worse,
    IReadOnlyList<UnrankedCreative> NotRanked,
    IReadOnlyList<CreativeRow> Creatives,
    CreativeCoverage Coverage,
    string? NextCursor
)
{
    private const string NothingDecided =
        "No creative is decided: the leads do not tell them apart yet. Do not rank them by their rates, which differ by chance.";

    private const string SomeDecided =
        "Only the creatives under better and worse are told apart from the others of their direction. Do not rank the rest, nor those "
        + "of one list among each other.";

    public static CreativeComparison From(CreativeFigures figures, ListPart part)
    {
        var decided = figures.Creatives.Where(row => row.Verdict is Verdict.Better or Verdict.Worse).ToLookup(row => row.Verdict);
        var page = part.Cut(figures.Creatives);
        return new(
            decided.Count == 0 ? NothingDecided : SomeDecided,
            [.. decided[Verdict.Better].Select(CreativeName.From)],
            [.. decided[Verdict.Worse].Select(CreativeName.From)],
            [.. page.Items.Where(row => row.Verdict is Verdict.TooEarly or Verdict.Alone).Select(UnrankedCreative.From)],
            page.Items,
            figures.Coverage,
            page.NextCursor
        );
    }
}

internal sealed record CreativeName(string CreativeId, string? Title)
{
    public static CreativeName From(CreativeRow row) => new(row.CreativeId, row.Title);
}

/// <summary>A creative without a verdict.</summary>
internal sealed record UnrankedCreative(string CreativeId, string? Title, string Reason)
{
    public static UnrankedCreative From(CreativeRow row) => new(row.CreativeId, row.Title, ReasonOf(row));

    private static string ReasonOf(CreativeRow row) =>
        row.CreativeId == CreativeQualification.UnknownCreative ? "These leads belong to no creative."
        : row.Verdict == Verdict.Alone ? "It has nothing to be compared with in its direction."
        : row.JudgedLeads == 0 ? Said($"None of its leads is {row.HorizonDays} days old yet: nothing can be judged.")
        : Said(
            $"{row.JudgedQualified} of {row.JudgedLeads} judged leads qualified, against {row.JudgedOthers.Numerator} of {row.JudgedOthers.Denominator} of the others: evidence {row.Evidence:0.##}, too little for a verdict."
        );

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
