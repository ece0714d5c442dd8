namespace AmoCrmQualification.Infrastructure.Phones;

/// <summary>A run of digits and phone punctuation found in a text.</summary>
/// <param name="Digits">ASCII digits only.</param>
/// <param name="HasPlus">A plus stood before them.</param>
/// <param name="Gaps">Bit n is set where a space follows the n-th digit: a second number may begin there.</param>
/// <param name="IsFirstDigitAlone">The first digit is a group of its own, as in `8 (495) 123-45-67`.</param>
internal readonly record struct PhoneCandidate(string Digits, bool HasPlus, int Gaps, bool IsFirstDigitAlone)
{
    public bool HasGapAfter(int digits) => (Gaps & (1 << digits)) != 0;
}
