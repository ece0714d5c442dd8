using System.Text;

namespace AmoCrmQualification.Integration.Tests.Fuzz;

/// <summary>Texts that have broken services, and small changes of good ones.</summary>
internal static class HostileText
{
    private static readonly string[] Known =
    [
        "",
        " ",
        "\0",
        "a\0b",
        "\uFEFF",
        "\uFFFE",
        "\uFFFF",
        "\uFDD0",
        "\U0001FFFF",
        "\u202E",
        "\u200B",
        "\u00A0",
        "\uD800",
        "\uDC00\uD800",
        "e\u0301\u0327",
        "\uFDFA",
        "\u0130\u0131\u1E9E",
        "'; DROP TABLE leads; --",
        "%",
        "%00",
        "%ZZ",
        "_%\\",
        "\\",
        "\r\n",
        "\t",
        "../../etc/passwd",
        "=HYPERLINK(\"x\")",
        "{0}",
        "${x}",
        "null",
        "true",
        "NaN",
        "Infinity",
        "-0",
        "-1",
        "0",
        "1e400",
        "1E-400",
        "2147483648",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775809",
        "79228162514264337593543950336",
        "0x10",
        "１２",
        "١٢",
        "0000-00-00",
        "0001-01-01",
        "9999-12-31",
        "2026-02-30",
        "2026-11-29T23:59:60Z",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-14:00",
        "00000000-0000-0000-0000-000000000000",
        "{019aa000-0000-7000-8000-000000000001}",
        "unknown",
        "current",
        "csv",
        "\n",
        ";",
        "a@b",
        "a@\uFFFE.ru",
        "http://127.0.0.1:9/",
        "client.amocrm.ru",
        "ａｍｏｃｒｍ.ru",
        "Europe/Moscow",
        "+7 (916) 123-45-67",
        "😀",
    ];

    public static string Any(Random random) =>
        random.Next(60) == 0 ? new string((char)random.Next(1, 0x3000), random.Next(1, 800)) : random.GetItems(Known, 1)[0];

    /// <summary>The text with one place of it changed, or another text.</summary>
    public static string Mutate(string text, Random random)
    {
        if (text.Length == 0 || random.Next(2) == 0)
            return Any(random);
        var at = random.Next(text.Length);
        return random.Next(5) switch
        {
            0 => text[..at],
            1 => text.Remove(at, 1),
            2 => text.Insert(at, Any(random)),
            3 => text.Insert(at, text),
            _ => new StringBuilder(text) { [at] = (char)random.Next(0x10000) }.ToString(),
        };
    }

    /// <summary>As bytes with some of them changed: cut, doubled, flipped, filled with what no text has.</summary>
    public static byte[] Mutate(byte[] bytes, Random random)
    {
        var changed = bytes.ToList();
        for (var times = random.Next(1, 4); times > 0 && changed.Count > 0; times--)
        {
            var at = random.Next(changed.Count);
            var length = Math.Min(random.Next(1, 20), changed.Count - at);
            switch (random.Next(5))
            {
                case 0:
                    changed.RemoveRange(at, length);
                    break;
                case 1:
                    changed.InsertRange(at, changed.GetRange(at, length));
                    break;
                case 2:
                    changed[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 3:
                    changed.InsertRange(at, Encoding.UTF8.GetBytes(Any(random)));
                    break;
                default:
                    changed[at] = (byte)random.Next(256);
                    break;
            }
        }

        return [.. changed];
    }
}
