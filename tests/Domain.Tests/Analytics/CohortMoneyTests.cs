using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Domain.Tests.Analytics;

internal sealed class CohortMoneyTests
{
    private static readonly MoneySum Rubles = new(100, "RUB");
    private static readonly MoneySum Dollars = new(3, "USD");

    [Test]
    public void Amounts_of_one_currency_are_added_and_others_are_not()
    {
        Assert.That(MoneySum.From([Rubles, new(50, "RUB")]), Is.EqualTo(new MoneySum(150, "RUB")));
        Assert.That(MoneySum.From([Rubles, Dollars]), Is.EqualTo(MoneySum.Unknown));
        Assert.That(MoneySum.From([Rubles, MoneySum.Unknown]), Is.EqualTo(MoneySum.Unknown));
        Assert.That(MoneySum.From([Rubles, new(50, null)]), Is.EqualTo(MoneySum.Unknown), "nobody said that it is the same");
        Assert.That(MoneySum.From([]), Is.EqualTo(MoneySum.Unknown), "no amount is not zero");
    }

    [Test]
    public void Nothing_is_the_same_in_every_currency()
    {
        Assert.That(MoneySum.From([Rubles, new(0, "USD"), MoneySum.Nothing]), Is.EqualTo(Rubles));
        Assert.That(MoneySum.From([new(0, "USD")]), Is.EqualTo(MoneySum.Nothing));
        Assert.That(new MoneySum(0, "USD").In("RUB"), Is.Zero);
        Assert.That(CohortMoney.From(new(0, "USD"), Rubles, "KZT"), Is.EqualTo(new CohortMoney("RUB", 0, 100)));
    }

    [Test]
    public void Money_is_told_in_the_accounts_currency()
    {
        Assert.That(CohortMoney.From(Rubles, Dollars, "RUB"), Is.EqualTo(new CohortMoney("RUB", 100, null)));
        Assert.That(CohortMoney.From(Rubles, Dollars, "USD"), Is.EqualTo(new CohortMoney("USD", null, 3)));
        Assert.That(CohortMoney.From(MoneySum.Nothing, MoneySum.Unknown, "RUB"), Is.EqualTo(new CohortMoney("RUB", 0, null)));
    }

    [Test]
    public void Money_that_is_all_in_one_other_currency_is_told_in_that()
    {
        Assert.That(CohortMoney.From(MoneySum.Nothing, Dollars, "RUB"), Is.EqualTo(new CohortMoney("USD", 0, 3)));
        Assert.That(CohortMoney.From(Dollars, Dollars, "RUB"), Is.EqualTo(new CohortMoney("USD", 3, 3)));
        Assert.That(CohortMoney.From(Rubles, Dollars, ofAccount: null), Is.EqualTo(new CohortMoney("RUB", 100, null)));
    }

    [Test]
    public void A_currency_that_nobody_named_is_taken_for_the_one_that_is_known()
    {
        Assert.That(CohortMoney.From(new(100, null), Dollars, ofAccount: null), Is.EqualTo(new CohortMoney("USD", 100, 3)));
        Assert.That(CohortMoney.From(new(100, null), new(3, null), "RUB"), Is.EqualTo(new CohortMoney("RUB", 100, 3)));
    }
}
