namespace AmoCrmQualification.Sandbox.World;

/// <summary>The 26-character ULID of an event. Counted, not random: the same story played twice gets the same ids.</summary>
internal static class EventId
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    public static string Create(long account, long sequence, long epochSeconds) =>
        string.Create(26, (account, sequence, epochSeconds), Fill);

    private static void Fill(Span<char> text, (long Account, long Sequence, long Seconds) from)
    {
        Write(text[..10], (ulong)from.Seconds * 1000);
        Write(text[10..18], (ulong)from.Account * 0x9E3779B97F4A7C15);
        Write(text[18..], (ulong)from.Sequence);
    }

    private static void Write(Span<char> text, ulong value)
    {
        for (var i = text.Length - 1; i >= 0; i--, value >>= 5)
            text[i] = Alphabet[(int)(value & 31)];
    }
}
