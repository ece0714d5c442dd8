using AmoCrmQualification.Application.Campaigns;
using AmoCrmQualification.Application.Campaigns.AdFiles;
using static AmoCrmQualification.Application.Tests.Campaigns.SpendFiles;

namespace AmoCrmQualification.Application.Tests.Campaigns;

/// <summary>The whole file tells whether a comma or a point is decimal; where it does not, nobody guesses.</summary>
public sealed class SpendNumberTests
{
    [TestCase("1.234", "987,65", "1234", "987.65")]
    [TestCase("1,234", "987.65", "1234", "987.65")]
    [TestCase("1.234", "5.6", "1.234", "5.6")]
    [TestCase("1,234", "5,6", "1.234", "5.6")]
    [TestCase("1.234", "1.234.567", "1234", "1234567")]
    [TestCase("1,234", "1,234,567", "1234", "1234567")]
    [TestCase("1,234", "1,23,456", "1234", "123456")]
    [TestCase("1,234", "1.234,56", "1.234", "1234.56")]
    [TestCase("1.234", "1 234,5", "1234", "1234.5")]
    [TestCase("1.234", "1'234.5", "1.234", "1234.5")]
    [TestCase("1,234", "0,125", "1.234", "0.125")]
    [TestCase("1.234", "1234,567", "1234", "1234.567")]
    [TestCase("1,234", ",5", "1.234", "0.5")]
    public void A_number_that_is_read_in_one_way_only_tells_how_the_others_are(
        string doubtful,
        string certain,
        string first,
        string second
    ) => Assert.That(Amounts(doubtful, certain), Is.EqualTo([first, second]));

    [TestCase("12,345", "1234", "spend is either 12345 or 12.345: write 12345 or 12.3450.")]
    [TestCase("12.345", "0", "spend is either 12345 or 12.345: write 12345 or 12.3450.")]
    [TestCase("1,000", "1 000", "spend is either 1000 or 1: write 1000 or 1.0000.")]
    public void Nothing_is_guessed_where_the_file_does_not_tell(string doubtful, string silent, string error)
    {
        foreach (var separator in new[] { "\t", ";" })
            Assert.That(
                ErrorsOf(string.Join(separator, "date", "ad_id", "spend") + Lines(separator, doubtful, silent)),
                Is.EqualTo([$"2: {error}"])
            );
    }

    [Test]
    public void What_is_certain_is_read_in_a_file_of_two_minds_and_the_rest_is_not()
    {
        const string Csv = "date\tad_id\tspend\n2026-11-01\ta\t1,5\n2026-11-01\tb\t1.5\n";

        Assert.That(RowsOf(Csv), Is.EqualTo(["2026-11-01 a 1.5 RUB", "2026-11-01 b 1.5 RUB"]));
        Assert.That(ErrorsOf(Csv + "2026-11-01\tc\t1,234\n"), Has.Count.EqualTo(1).And.All.StartsWith("4: spend is either"));
    }

    [TestCase("12,345", "1,234", "1234")]
    [TestCase("12.345", "1.234", "1234")]
    [TestCase("12 345", "5,5", "5.5")]
    [TestCase("12345.0", "1,234", "1234")]
    public void Things_are_counted_in_whole_numbers_and_so_they_tell_too(string impressions, string spend, string amount)
    {
        var row = RowsOf($"date\tad_id\tspend\timpressions\n2026-11-01\ta\t{spend}\t{impressions}").Single();

        Assert.That(row.Replace(".0", "", StringComparison.Ordinal), Is.EqualTo($"2026-11-01 a {amount} RUB 12345"));
    }

    [TestCase("12,000", "0", "2026-11-01 a 0 RUB 12000")]
    [TestCase("12.000", "0", "2026-11-01 a 0 RUB 12000")]
    [TestCase("12.000", "0.5", "2026-11-01 a 0.5 RUB 12")]
    public void Nobody_counts_thousandths_unless_the_file_does(string impressions, string spend, string row) =>
        Assert.That(RowsOf($"date\tad_id\tspend\timpressions\n2026-11-01\ta\t{spend}\t{impressions}"), Is.EqualTo([row]));

    [Test]
    public void A_number_of_JSON_is_certain_and_tells_nothing_of_texts()
    {
        Assert.That(RowsOfJson(Json("1.234")), Is.EqualTo(["2026-11-01 a 1.234 RUB"]));
        Assert.That(
            RowsOfJson(Json("12.5").Replace("]", ",", StringComparison.Ordinal) + Json("\"7.5\"", "b")[1..]),
            Has.Count.EqualTo(2)
        );
        Assert.That(ErrorsOfJson(Json("\"1.234\"")), Has.Count.EqualTo(1));
    }

    [TestCase("1 250,50 ₽")]
    [TestCase("1\u00A0250,50\u00A0₽\u00A0")]
    [TestCase("1\u2009250,50 руб.")]
    [TestCase("1\u202F250,50 руб")]
    [TestCase("1'250.50 р.")]
    [TestCase("1’250.50 RUB")]
    [TestCase("RUB 1,250.50")]
    [TestCase("1250.50RUR")]
    [TestCase("\uFEFF1250.50\u200B")]
    [TestCase("+1250.50")]
    public void Signs_of_money_and_blanks_of_all_kinds_are_taken_off(string spend) =>
        Assert.That(RowsOf($"date\tad_id\tspend\n2026-11-01\ta\t{spend}"), Is.EqualTo(["2026-11-01 a 1250.50 RUB"]));

    [TestCase("$12.30", "USD")]
    [TestCase("US$ 12.30", "USD")]
    [TestCase("12,30 $", "CAD")]
    [TestCase("12,30 €", "EUR")]
    [TestCase("12,30 ₸", "KZT")]
    [TestCase("£12.30", "GBP")]
    [TestCase("12.30 USD", "USD")]
    [TestCase("12.30 р.", "BYN")]
    public void A_sign_of_money_goes_with_a_currency_that_it_may_mean(string spend, string currency)
    {
        Assert.That(
            RowsOf($"date\tad_id\tspend\tcurrency\n2026-11-01\ta\t{spend}\t{currency}"),
            Is.EqualTo([$"2026-11-01 a 12.30 {currency}"])
        );
        Assert.That(
            FaultsOf($"date\tad_id\tspend\tcurrency\n2026-11-01\ta\t{spend}\tUAH"),
            Is.EqualTo([LineFault.CurrencyConflict])
        );
    }

    [Test]
    public void A_sign_of_money_that_contradicts_the_currency_is_an_error_and_one_of_unknown_currency_tells_it()
    {
        Assert.That(
            ErrorsOf("date\tad_id\tspend\n2026-11-01\ta\t$12.30"),
            Is.EqualTo(["2: spend is in USD, but its currency is said to be RUB."])
        );
        var table = SpendTableReader.Read(Utf8("date\tad_id\tspend\n2026-11-01\ta\t€12.30\n2026-11-01\tb\t5"));
        Assert.That(
            SpendRows.Read(table, new(null, TimeZoneInfo.Utc, new(2027, 1, 1))).Rows.Select(r => r.Currency),
            Is.EqualTo(["EUR", null])
        );
    }

    [TestCase("₽", "RUB")]
    [TestCase("руб.", "RUB")]
    [TestCase("rur", "RUB")]
    [TestCase("$", "USD")]
    [TestCase("chf", "CHF")]
    public void A_column_of_currencies_may_have_signs(string written, string currency) =>
        Assert.That(
            RowsOf($"date\tad_id\tspend\tcurrency\n2026-11-01\ta\t5\t{written}"),
            Is.EqualTo([$"2026-11-01 a 5 {currency}"])
        );

    [TestCase("-5")]
    [TestCase("−5")]
    [TestCase("- 5,00 ₽")]
    [TestCase("-$5")]
    [TestCase("5-")]
    [TestCase("(5.00)")]
    [TestCase("($5.00)")]
    public void Less_than_nothing_was_never_spent(string spend) =>
        Assert.That(ErrorsOf($"date\tad_id\tspend\n2026-11-01\ta\t{spend}"), Is.EqualTo(["2: spend is negative."]));

    [TestCase("12.")]
    [TestCase("1,23,45")]
    [TestCase("1.234,567.8")]
    [TestCase("12,34.5")]
    [TestCase("1 234 56")]
    [TestCase("5)")]
    [TestCase("5 шт.")]
    [TestCase("5%")]
    [TestCase("$5€")]
    [TestCase("1e5")]
    [TestCase("####")]
    public void What_is_no_number_is_none(string spend) =>
        Assert.That(
            ErrorsOf($"date\tad_id\tspend\n2026-11-01\ta\t{spend}"),
            Is.EqualTo(["2: spend is no number: write 1234.56."])
        );

    private static string Lines(string separator, params string[] amounts) =>
        string.Concat(amounts.Select((amount, i) => "\n" + string.Join(separator, "2026-11-01", $"a{i}", amount)));

    private static IEnumerable<string> Amounts(params string[] amounts) =>
        RowsOf("date\tad_id\tspend" + Lines("\t", amounts)).Select(row => row.Split(' ')[2]);

    private static string Json(string spend, string ad = "a") =>
        $$"""[{"date":"2026-11-01","ad_id":"{{ad}}","spend":{{spend}}}]""";
}
