using System.Text.RegularExpressions;

namespace AmoCrmQualification.Infrastructure.Leads;

/// <summary>What the metadata say of one country (or of one calling code that belongs to none, as +800).</summary>
internal sealed record PlanFacts(
    string CallingCode,
    string? ExitPrefix,
    string Pattern,
    IReadOnlyList<int> Lengths,
    string? NationalPrefix,
    string? PrefixForParsing,
    string? Transform
);

/// <summary>How the numbers of one country look.</summary>
internal sealed class NumberingPlan(PlanFacts facts)
{
    private readonly int _lengths = facts.Lengths.Aggregate(0, (mask, length) => mask | (1 << length));
    private readonly Lazy<Regex> _pattern = new(() =>
        new Regex($@"^(?:{facts.Pattern})\z", DigitPattern.Linear | RegexOptions.ExplicitCapture)
    );

    private readonly DigitPattern? _prefix = (facts.PrefixForParsing ?? facts.NationalPrefix) is { } prefix
        ? new DigitPattern(prefix)
        : null;

    private readonly DigitPattern? _exitPrefix = facts.ExitPrefix is { } exit ? new DigitPattern(exit) : null;

    public string CallingCode => facts.CallingCode;

    public string? NationalPrefix => facts.NationalPrefix;

    public int LongestNumber => facts.Lengths.Max();

    public bool HasLength(int length) => length < 32 && (_lengths & (1 << length)) != 0;

    public bool Matches(string national) => HasLength(national.Length) && _pattern.Value.IsMatch(national);

    /// <summary>What follows the prefix that leads abroad ("810", "00", "011"), or null.</summary>
    public string? AfterExitPrefix(string digits)
    {
        var length = _exitPrefix?.PrefixLength(digits) ?? -1;
        return length > 0 && length < digits.Length && digits[length] != '0' ? digits[length..] : null;
    }

    /// <summary>
    /// The number without its national prefix. A leading digit that only looks like the prefix stays: `8` is both
    /// Russia's prefix and the start of 812, so it goes only where a whole number remains.
    /// </summary>
    public string WithoutNationalPrefix(string number, CallingCode code)
    {
        if (_prefix?.Strip(number, facts.Transform) is not { } stripped || stripped == number)
            return number;

        var breaksIt = Matches(number) && !Matches(stripped);
        var isPart = !code.HasLength(stripped.Length) && stripped.Length <= code.LongestNumber;
        return breaksIt || isPart ? number : stripped;
    }
}
