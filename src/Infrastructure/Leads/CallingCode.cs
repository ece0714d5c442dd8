namespace AmoCrmQualification.Infrastructure.Leads;

/// <summary>A country calling code with the plans that share it, the main one first: RU and KZ for 7.</summary>
internal sealed class CallingCode(string digits, IReadOnlyList<NumberingPlan> plans)
{
    // A stripped prefix may uncover another ("+7 8 8 912…"); no real number has more.
    private const int MostPrefixes = 4;

    // The metadata know longer numbers (inside Indonesia, Germany), but E.164 does not.
    private const int MostDigits = 15;

    public string Digits => digits;

    public int LongestNumber { get; } = plans.Max(plan => plan.LongestNumber);

    public bool HasLength(int length) => plans.Any(plan => plan.HasLength(length));

    public bool IsValid(string national) => plans.Any(plan => plan.Matches(national));

    /// <summary>
    /// E.164 of a number with this code, or null. The prefix is taken off until nothing changes: so the result, read
    /// again, gives itself.
    /// </summary>
    /// <param name="national">The digits after the code.</param>
    /// <param name="mustBeValid">False accepts any number of a right length: ranges are opened faster than we update.</param>
    public string? Complete(string national, bool mustBeValid)
    {
        for (var i = 0; i < MostPrefixes; i++)
        {
            var next = plans[0].WithoutNationalPrefix(national, this);
            if (next == national)
                return IsAcceptable(national, mustBeValid) ? $"+{digits}{national}" : null;

            national = next;
        }

        return null;
    }

    private bool IsAcceptable(string national, bool mustBeValid) =>
        HasLength(national.Length) && digits.Length + national.Length <= MostDigits && (!mustBeValid || IsValid(national));
}
