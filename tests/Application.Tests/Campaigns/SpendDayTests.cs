using AmoCrmQualification.Application.Campaigns;
using static AmoCrmQualification.Application.Tests.Campaigns.SpendFiles;

namespace AmoCrmQualification.Application.Tests.Campaigns;

/// <summary>Days as platforms and spreadsheets write them; the account's days are Moscow's.</summary>
public sealed class SpendDayTests
{
    [TestCase("2026-11-01")]
    [TestCase("2026-11-1")]
    [TestCase("2026/11/01")]
    [TestCase("2026.11.01")]
    [TestCase("01.11.2026")]
    [TestCase("1.11.2026")]
    [TestCase("01.11.26")]
    [TestCase("01.11.2026 г.")]
    [TestCase("2026-11-01 00:00:00")]
    [TestCase("2026-11-01T00:00:00")]
    [TestCase("2026-11-01T00:00:00Z")]
    [TestCase("2026-11-01T00:00:00-05:00")]
    [TestCase("2026-11-01T00:00:00.000+03:00")]
    [TestCase("2026-11-01T23:59:59")]
    [TestCase("2026-11-01T10:30:00+0300")]
    [TestCase("2026-10-31T21:00:00.000Z", Description = "midnight of Moscow, as JavaScript writes it")]
    [TestCase("01.11.2026 0:00")]
    [TestCase("01.11.2026 23:15:00")]
    [TestCase("2026/11/01 12:00:00 AM")]
    [TestCase("2026-11-01 10:30:00 UTC")]
    [TestCase("1 ноября 2026 г.")]
    [TestCase("01 ноя. 2026")]
    [TestCase("Nov 1, 2026")]
    [TestCase("1-Nov-2026")]
    [TestCase("November 1, 2026")]
    [TestCase("46327", Description = "a spreadsheet's day")]
    [TestCase("46327.0")]
    [TestCase("46327,5")]
    [TestCase("\u00A02026-11-01\u200B")]
    public void A_day_of_one_meaning_is_read(string day) =>
        Assert.That(RowsOf($"date\tad_id\tspend\n{day}\ta\t5"), Is.EqualTo(["2026-11-01 a 5 RUB"]));

    [TestCase("03/04/2026", "13/12/2025", "2026-04-03", "2025-12-13")]
    [TestCase("03/04/2026", "12/13/2025", "2026-03-04", "2025-12-13")]
    [TestCase("03-04-2026", "13-12-2025", "2026-04-03", "2025-12-13")]
    [TestCase("3/4/26", "4/30/26", "2026-03-04", "2026-04-30")]
    [TestCase("26/03/04", "26/11/30", "2026-03-04", "2026-11-30")]
    [TestCase("03/04/2026", "03/04/2026 00:00:00\tb\t5\n31/01/2026", "2026-04-03", "2026-04-03")]
    public void The_whole_file_tells_in_which_order_a_day_is_written(string doubtful, string certain, string first, string second)
    {
        var days = RowsOf($"date\tad_id\tspend\n{doubtful}\ta\t5\n{certain}\tc\t5").Select(row => row[..10]);

        Assert.That(days.Take(2), Is.EqualTo([first, second]));
    }

    [TestCase("13/12/2025", "2025-12-13")]
    [TestCase("12/13/2025", "2025-12-13")]
    [TestCase("03/03/2026", "2026-03-03")]
    [TestCase("26/11/01", "2026-11-01")]
    [TestCase("31 мая 2026", "2026-05-31")]
    [TestCase("Май 31, 2026", "2026-05-31")]
    public void A_day_that_is_one_in_one_order_only_is_read(string day, string read) =>
        Assert.That(RowsOf($"date\tad_id\tspend\n{day}\ta\t5").Single(), Does.StartWith(read));

    [TestCase("03/04/2026", "")]
    [TestCase("03/04/2026", "05/05/2026\tb\t5")]
    [TestCase("03/04/2026", "2026-11-13\tb\t5")]
    [TestCase("03/04/2026", "13/12/2025\tb\t5\n12/13/2025\tc\t5", Description = "the file is of two minds")]
    public void An_order_that_the_file_does_not_tell_is_not_guessed_at(string doubtful, string others) =>
        Assert.That(
            ErrorsOf($"date\tad_id\tspend\n{doubtful}\ta\t5\n{others}"),
            Is.EqualTo(["2: date is either 2026-04-03 or 2026-03-04: write it so."])
        );

    [TestCase("2026-02-30")]
    [TestCase("31/02/2026")]
    [TestCase("2026-11-01 25:00")]
    [TestCase("2026-11-01 - 2026-11-07")]
    [TestCase("2026-11")]
    [TestCase("1.2.3")]
    [TestCase("31 ноября 2026")]
    [TestCase("1 брюмера 2026")]
    [TestCase("20261101")]
    [TestCase("вчера")]
    public void What_is_no_day_is_none(string day)
    {
        Assert.That(
            ErrorsOf($"date\tad_id\tspend\n{day}\ta\t5"),
            Is.EqualTo(["2: date is no day: write 2026-01-31 or 31.01.2026."])
        );
        Assert.That(FaultsOf($"date\tad_id\tspend\n{day}\ta\t5"), Is.EqualTo([LineFault.BadDay]));
    }

    [TestCase("12345")]
    [TestCase("99999")]
    [TestCase("13/12/2027")]
    [TestCase("13/12/1999")]
    public void A_day_of_another_age_is_none(string day) =>
        Assert.That(
            ErrorsOf($"date\tad_id\tspend\n{day}\ta\t5"),
            Is.EqualTo(["2: date is not between 2000-01-01 and 2027-01-01."])
        );
}
