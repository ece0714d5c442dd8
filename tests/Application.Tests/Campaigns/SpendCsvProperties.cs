using System.Globalization;
using AmoCrmQualification.Application.Campaigns;
using AmoCrmQualification.Application.Campaigns.AdFiles;
using FsCheck;
using FsCheck.Fluent;

namespace AmoCrmQualification.Application.Tests.Campaigns;

/// <summary>What holds for every file, the garbage among them.</summary>
public sealed class SpendCsvProperties
{
    private static readonly string[] Pieces =
    [
        "date",
        "ad_id",
        "creative_id",
        "spend",
        "2026-11-01",
        "01.11.2026",
        "a",
        "5",
        "1,5",
        "-1",
        "NaN",
        "=1",
        "=\"1\"",
        "'",
        "\"",
        "\"\"",
        ",",
        ",",
        ",",
        ";",
        ";",
        "\t",
        "\n",
        "\n",
        "\r\n",
        "\r",
        " ",
        "\u00A0",
        "\0",
        "п",
        "😀",
        "sep=;",
        "sep=",
        "1.234",
        "03/04/2026",
        "46327",
        "1e17",
        "₽",
        "(",
        "\uFEFF",
        "\u2028",
    ];

    [ManyValues(5_000)]
    public Property Any_text_is_read_or_refused_by_its_lines() =>
        Prop.ForAll(Gen.Elements(Pieces).ArrayOf().Select(string.Concat).ToArbitrary(), text => IsJudged(SpendFiles.Utf8(text)));

    [ManyValues(5_000)]
    public Property Any_rows_under_a_good_header_are_read_or_refused_by_their_lines() =>
        Prop.ForAll(
            Gen.Elements(Pieces).ArrayOf().Select(string.Concat).ToArbitrary(),
            text => IsJudged(SpendFiles.Utf8("date,ad_id,creative_id,spend\n" + text))
        );

    [ManyValues(2_000)]
    public bool Any_bytes_are_read_or_refused(byte[] bytes) => IsJudged(bytes);

    /// <summary>Whatever stands in a cell, quoted it comes back; and so does every amount in every notation.</summary>
    [ManyValues(2_000)]
    public Property What_is_written_is_read() =>
        Prop.ForAll(
            (
                from cents in Gen.Choose(0, 2_000_000_000)
                from id in Gen.Elements("a", "a,b", "a;b", "a\"b", "я", "120210000000000001")
                select (cents, id)
            ).ToArbitrary(),
            row =>
            {
                var spend = row.cents / 100m;
                var id = row.id.Replace("\"", "\"\"", StringComparison.Ordinal);
                var dotted = $"date,ad_id,spend\n2026-11-01,\"{id}\",{spend.ToString("0.00", CultureInfo.InvariantCulture)}";
                var comma =
                    $"date;ad_id;spend\n01.11.2026;\"{id}\";{spend.ToString("#,0.00", CultureInfo.GetCultureInfo("ru-RU"))}";
                return new[] { dotted, comma }.All(csv =>
                {
                    var (rows, errors) = SpendFiles.Read(SpendTableReader.Read(SpendFiles.Utf8(csv)));
                    return errors.Count == 0 && rows.Single().AdId == row.id && rows.Single().Spend == spend;
                });
            }
        );

    /// <summary>Whatever else stands in a file: each amount comes back to the cent, or it is refused because the file does not tell.</summary>
    [ManyValues(2_000)]
    public Property Amounts_come_back_to_the_cent_in_either_notation() =>
        Prop.ForAll(
            (
                from amounts in Gen.Choose(0, 2_000_000_000).Select(mills => mills / 1000m).NonEmptyListOf()
                from culture in Gen.Elements("en-US", "de-DE", "ru-RU", "de-CH", "fr-FR", "en-IN")
                from format in Gen.Elements("#,0.00", "0.00", "#,0.###", "0.###", "#,0.000")
                select (amounts, culture, format)
            ).ToArbitrary(),
            file =>
            {
                var culture = CultureInfo.GetCultureInfo(file.culture);
                var lines = file.amounts.Select((amount, i) => $"2026-11-01\ta{i}\t{amount.ToString(file.format, culture)}");
                var (rows, errors) = SpendFiles.Read(
                    SpendTableReader.Read(SpendFiles.Utf8("date\tad_id\tspend\n" + string.Join('\n', lines)))
                );
                var wanted = file
                    .amounts.Select(amount => decimal.Parse(amount.ToString(file.format, culture), culture))
                    .ToList();
                return errors.All(e => e.Message.StartsWith("spend is either ", StringComparison.Ordinal))
                    && rows.All(row => row.Spend == wanted[row.Line - 2])
                    && (errors.Count == 0 || !wanted.Exists(IsCertain));

                bool IsCertain(decimal amount) => file.format.EndsWith(".00", StringComparison.Ordinal) || amount is < 1 and > 0;
            }
        );

    /// <summary>No exception but the refusal; and each error is of a line that is there.</summary>
    private static bool IsJudged(byte[] file)
    {
        var most = file.Count(b => b is (byte)'\n' or (byte)'\r') + 1;
        try
        {
            var (rows, errors) = SpendFiles.Read(SpendTableReader.Read(file));
            return rows.All(r => r.Spend >= 0 && (r.AdId ?? r.CreativeId?.ToString()) is not null)
                && errors.All(e => e.Line >= 1 && e.Line <= most + 1);
        }
        catch (InvalidLinesException invalid)
        {
            return invalid.Errors.Count > 0 && invalid.Errors.All(e => e.Line >= 1 && e.Line <= most + 1);
        }
    }
}
