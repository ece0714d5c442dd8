namespace AmoCrmQualification.Infrastructure.Leads;

/// <summary>A run of digits and phone punctuation found in a text.</summary>
/// <param name="Digits">ASCII digits only.</param>
/// <param name="HasPlus">A plus stood before them.</param>
/// <param name="Gaps">Bit n is set where a space follows the n-th digit: a second number may begin there.</param>
internal readonly record struct PhoneCandidate(string Digits, bool HasPlus, int Gaps)
{
    public bool HasGapAfter(int digits) => (Gaps & (1 << digits)) != 0;
}
