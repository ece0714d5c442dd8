using AmoCrmQualification.Application.Phones;

namespace AmoCrmQualification.Infrastructure.Phones;

/// <summary>Finds in one pass, from left to right, the places of a text that may be phones.</summary>
/// <param name="text">Only its beginning is examined; a number that runs over the end of that is not returned.</param>
/// <param name="slashSeparates">
/// A slash stands between two numbers ("…67/8 912…"), or after an area code ("030/123…"): false lets it join after at
/// most six digits.
/// </param>
internal ref struct PhoneScanner(string text, bool slashSeparates)
{
    private const int MostCharacters = 250;
    private const int MostDigits = 64;
    private const int LongestAreaCode = 6;
    private const int LongestExtension = 7;

    private readonly int _end = Math.Min(text.Length, MostCharacters);
    private int _position;
    private ExtensionLabel _label;

    public bool TryNext(out PhoneCandidate candidate)
    {
        while (_position < _end)
        {
            if (PhoneDigits.ValueAt(text, _position) < 0 && PhoneCharacters.KindOf(text[_position]) != PhoneCharacter.Plus)
            {
                _label.Pass(text, _position++);
                continue;
            }

            candidate = Read();
            var isExtension = !candidate.HasPlus && candidate.Digits.Length <= LongestExtension && _label.IsOpen(text);
            _label = default;
            if (_position == _end && _end < text.Length)
                break;
            if (candidate.Digits.Length > 0 && !isExtension)
                return true;
        }

        candidate = default;
        return false;
    }

    private PhoneCandidate Read()
    {
        Span<char> digits = stackalloc char[MostDigits];
        var (count, gaps, isFirstAlone) = (0, 0, false);
        var hasPlus = PhoneCharacters.KindOf(text[_position]) == PhoneCharacter.Plus;
        if (hasPlus)
            _position++;

        for (; _position < _end; _position++)
        {
            var value = PhoneDigits.ValueAt(text, _position);
            if (value >= 0 && count < MostDigits)
                digits[count++] = (char)('0' + value);
            else if (value < 0)
            {
                var kind = PhoneCharacters.KindOf(text[_position]);
                if (!Continues(kind, text[_position], count))
                    break;
                if (kind == PhoneCharacter.Space && count < 32)
                    gaps |= 1 << count;
                isFirstAlone |= count == 1 && kind is not PhoneCharacter.Ignored;
            }
        }

        return new PhoneCandidate(new string(digits[..count]), hasPlus, gaps, isFirstAlone);
    }

    private readonly bool Continues(PhoneCharacter kind, char c, int digitsBefore) =>
        kind switch
        {
            PhoneCharacter.Space or PhoneCharacter.Punctuation or PhoneCharacter.Ignored => true,
            PhoneCharacter.Slash => !slashSeparates && digitsBefore <= LongestAreaCode,
            PhoneCharacter.Plus => false,
            _ => char.IsLowSurrogate(c), // the second half of a digit; a lone one does no harm
        };
}
