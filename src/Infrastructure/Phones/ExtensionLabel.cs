using System.Collections.Frozen;

namespace AmoCrmQualification.Infrastructure.Phones;

/// <summary>Remembers the last word or number sign passed, to know whether the digits that follow are an extension.</summary>
internal struct ExtensionLabel
{
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
        [
            "доб",
            "добав",
            "добавочный",
            "вн",
            "внутр",
            "внутренний",
            "ext",
            "extn",
            "extension",
            "x",
            "х",
            "int",
            "anexo",
            "#",
            "＃",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    private int _start;
    private int _end; // 0: no word yet

    public void Pass(string text, int position)
    {
        var c = text[position];
        if (c is '#' or '＃')
            (_start, _end) = (position, position + 1);
        else if (char.IsLetter(c))
            (_start, _end) = (_end == position && _end > 0 ? _start : position, position + 1);
        else if (!char.IsWhiteSpace(c) && c is not ('.' or ':' or '=' or '-' or '№' or ','))
            this = default;
    }

    public readonly bool IsOpen(string text) =>
        _end > 0 && Words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.AsSpan(_start, _end - _start));
}
