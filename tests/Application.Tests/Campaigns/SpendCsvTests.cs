using System.Text;
using AmoCrmQualification.Application.Campaigns;
using AmoCrmQualification.Application.Campaigns.AdFiles;
using static AmoCrmQualification.Application.Tests.Campaigns.SpendFiles;

namespace AmoCrmQualification.Application.Tests.Campaigns;

public sealed class SpendCsvTests
{
    private const string Header = "date,ad_id,creative_id,spend,currency,impressions,clicks\n";

    [Test]
    public void A_file_with_every_column_is_read()
    {
        var rows = RowsOf(Header + $"2026-11-01,ad-1,,1234.56,USD,1000,20\n2026-11-02,,{Creative},0,,,\n");

        Assert.That(rows, Is.EqualTo(["2026-11-01 ad-1 1234.56 USD 1000 20", $"2026-11-02 {Creative} 0 RUB"]));
    }

    [TestCase("spend,date,ad_id\n5,2026-11-01,ad-1", TestName = "Another order")]
    [TestCase("Date,AD_ID,Spend\n2026-11-01,ad-1,5", TestName = "Upper case")]
    [TestCase("date,ad id, spend \n2026-11-01, ad-1 ,5", TestName = "Blanks")]
    [TestCase("date,campaign,ad_id,spend,,\n2026-11-01,Кухни,ad-1,5,,", TestName = "Columns that mean nothing")]
    [TestCase("\"date\",\"ad_id\",\"spend\"\r\n\"2026-11-01\",\"ad-1\",\"5\"\r\n", TestName = "Quotes and CRLF")]
    [TestCase("date;ad_id;spend\r01.11.2026;ad-1;5\r", TestName = "Semicolons and CR")]
    [TestCase("date\tad_id\tspend\n1.11.2026\tad-1\t5,0", TestName = "Tabs")]
    [TestCase("sep=;\r\ndate;ad_id;spend\r\n2026-11-01;ad-1;5,00", TestName = "The separator is declared")]
    [TestCase("date,ad_id,spend,currency\n2026-11-01,ad-1,5", TestName = "Cells are left out at the end")]
    [TestCase("date,ad_id,spend,currency\n\n2026-11-01,ad-1,5,rub\n,,,\n\n", TestName = "Empty lines")]
    [TestCase("date,ad_id,spend\n2026-11-01,\"=\"\"ad-1\"\"\",5", TestName = "A formula that keeps a text")]
    [TestCase("date,ad_id,spend\n2026-11-01,'ad-1,5", TestName = "An apostrophe that keeps a text")]
    [TestCase("date,ad_id,creative_id,spend,clicks\n2026-11-01,ad-1,-,5,—", TestName = "Dashes for nothing")]
    public void Files_differ_and_say_the_same(string csv) =>
        Assert.That(
            RowsOf(csv)
                .Select(row => row.Replace("5.00", "5", StringComparison.Ordinal).Replace("5.0", "5", StringComparison.Ordinal)),
            Is.EqualTo(["2026-11-01 ad-1 5 RUB"])
        );

    [Test]
    public void A_file_of_a_Russian_spreadsheet_is_read_in_any_encoding()
    {
        const string Csv = "date;Кампания;ad_id;spend\r\n01.11.2026;Кухни;объявление-1;1 234,50\r\n";
        Encoding[] encodings =
        [
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Encoding.UTF8,
            CodePagesEncodingProvider.Instance.GetEncoding(1251)!,
            Encoding.Unicode,
            Encoding.BigEndianUnicode,
        ];

        foreach (var encoding in encodings)
            Assert.That(
                RowsOf([.. encoding.GetPreamble(), .. encoding.GetBytes(Csv)]),
                Is.EqualTo(["2026-11-01 объявление-1 1234.50 RUB"]),
                encoding.EncodingName
            );
    }

    [Test]
    public void Columns_that_mean_nothing_are_named()
    {
        var table = SpendTableReader.Read(Utf8("date,Кампания,ad_id,spend,impresions\n"));

        Assert.That(table.IgnoredColumns, Is.EqualTo(["Кампания", "impresions"]));
        Assert.That(table.Lines, Is.Empty);
    }

    [TestCase(',', "1234.56", "1234.56")]
    [TestCase(',', ".5", "0.5")]
    [TestCase(',', "\"1234,56\"", "1234.56")]
    [TestCase(',', "\"1,234.56\"", "1234.56")]
    [TestCase(',', "\"1,234,567\"", "1234567")]
    [TestCase(',', "1 234 567", "1234567")]
    [TestCase(';', "1234,56", "1234.56")]
    [TestCase(';', "1\u00A0234,56", "1234.56")]
    [TestCase(';', "1\u202F234,56", "1234.56")]
    [TestCase(';', "1,2340", "1.2340")]
    [TestCase(';', "1.234,5", "1234.5")]
    [TestCase(';', "0.1234567", "0.123457")]
    [TestCase(';', "1000000000000", "1000000000000")]
    public void Amounts_are_written_in_many_ways(char separator, string spend, string amount) =>
        Assert.That(
            RowsOf($"date{separator}ad_id{separator}spend\n2026-11-01{separator}a{separator}{spend}"),
            Is.EqualTo([$"2026-11-01 a {amount} RUB"])
        );

    [TestCase(",a,5", "date is missing.")]
    [TestCase("11/01/2026,a,5", "date is either 2026-01-11 or 2026-11-01: write it so.")]
    [TestCase("2026-02-30,a,5", "date is no day: write 2026-01-31 or 31.01.2026.")]
    [TestCase("Итого,a,5", "date is no day: write 2026-01-31 or 31.01.2026.")]
    [TestCase("1999-12-31,a,5", "date is not between 2000-01-01 and 2027-01-01.")]
    [TestCase("9999-12-31,a,5", "date is not between 2000-01-01 and 2027-01-01.")]
    [TestCase("2026-11-01,,5", "ad_id or creative_id is needed.")]
    [TestCase(
        "2026-11-01,\"1,2021E+11\",5",
        "ad_id was shortened by a spreadsheet: export it anew and open it with this column as text, or send the export as it is."
    )]
    [TestCase("2026-11-01,=A1+B1,5", "ad_id is a formula: save the file with values.")]
    [TestCase("2026-11-01,a\u0001b,5", "ad_id has 1 to 200 characters in one line.")]
    [TestCase("2026-11-01,a,", "spend is missing.")]
    [TestCase("2026-11-01,a,-", "spend is missing.")]
    [TestCase("2026-11-01,a,-5", "spend is negative.")]
    [TestCase("2026-11-01,a,−5", "spend is negative.")]
    [TestCase("2026-11-01,a,NaN", "spend is no number: write 1234.56.")]
    [TestCase("2026-11-01,a,Infinity", "spend is no number: write 1234.56.")]
    [TestCase("2026-11-01,a,1e5", "spend is no number: write 1234.56.")]
    [TestCase("2026-11-01,a,٣", "spend is no number: write 1234.56.")]
    [TestCase("2026-11-01,a,12 34", "spend is no number: write 1234.56.")]
    [TestCase("2026-11-01,a,=1+2", "spend is a formula: save the file with values.")]
    [TestCase("2026-11-01,a,\"1,234\"", "spend is either 1234 or 1.234: write 1234 or 1.2340.")]
    [TestCase("2026-11-01,a,1000000000001", "spend is absurdly high.")]
    [TestCase("2026-11-01,a,99999999999999999999999999999999", "spend is no number: write 1234.56.")]
    [TestCase("2026-11-01,a,5,рубли", "currency is no ISO 4217 code such as RUB.")]
    [TestCase("2026-11-01,a,5,,1.5", "impressions is no whole number.")]
    [TestCase("2026-11-01,a,5,,,-1", "clicks is negative.")]
    [TestCase("2026-11-01,a,5,,,99999999999999999999", "clicks is no whole number.")]
    [TestCase("2026-11-01,a,12,50,,,x,7", "This line has more cells than the first: a number with a comma needs quotes.")]
    [TestCase("2026-11-01,a\"b,5", "The quotes of this line do not match.")]
    public void A_line_that_cannot_be_taken_is_named(string line, string message) =>
        Assert.That(
            ErrorsOf($"date,ad_id,spend,currency,impressions,clicks\n2026-11-02,a,1\n{line}\n"),
            Is.EqualTo([$"3: {message}"])
        );

    [TestCase("", "1: The file is empty.")]
    [TestCase("\n\n", "1: The file is empty.")]
    [TestCase("2026-11-01,ad-1,5", "1: The first line must name the columns; it lacks date, ad_id or creative_id, spend.")]
    [TestCase(
        "Дата;Расход\n01.11.2026;5",
        "1: The first line must name the columns; it lacks date, ad_id or creative_id, spend."
    )]
    [TestCase("date,spend\n2026-11-01,5", "1: The first line must name the columns; it lacks ad_id or creative_id.")]
    [TestCase("date,ad_id\n2026-11-01,a", "1: The first line must name the columns; it lacks spend.")]
    [TestCase("date,ad_id,spend,Spend\n", "1: The first line names a column twice.")]
    public void A_header_that_cannot_be_is_told(string csv, string error) => Assert.That(ErrorsOf(csv), Is.EqualTo([error]));

    [Test]
    public void Every_fault_of_every_line_is_told() =>
        Assert.That(
            ErrorsOf("date,creative_id,spend\n,x,\n2026-11-01,,5\n"),
            Is.EqualTo([
                "2: date is missing.",
                "2: creative_id is no UUID.",
                "2: spend is missing.",
                "3: ad_id or creative_id is needed.",
            ])
        );

    [Test]
    public void A_day_that_is_told_twice_is_refused_and_an_ad_is_not_its_creative()
    {
        const string Twice = "date,ad_id,creative_id,spend\n2026-11-01,a,,1\n01.11.2026,a,,2\n2026-11-02,a,,3\n";

        Assert.That(ErrorsOf(Twice), Is.EqualTo(["3: Line 2 tells of the same day of the same ad or creative."]));
        Assert.That(
            ErrorsOf($"date,ad_id,creative_id,spend\n2026-11-01,a,{Creative},1\n2026-11-01,a,,2\n"),
            Has.Count.EqualTo(1),
            "with the creative or without it is the same ad"
        );
        Assert.That(
            RowsOf(
                $"date,ad_id,creative_id,spend\n2026-11-01,a,{Creative},1\n2026-11-01,b,{Creative},1\n2026-11-01,,{Creative},2\n"
            ),
            Has.Count.EqualTo(3)
        );
    }

    [Test]
    public void A_quote_that_is_not_closed_ends_the_reading() =>
        Assert.That(
            ErrorsOf("date,ad_id,spend\n2026-11-01,\"a,5\n" + string.Concat(Enumerable.Repeat("2026-11-01,b,5\n", 2000))),
            Has.Count.EqualTo(1).And.All.EndsWith("a quote is not closed.")
        );
}
