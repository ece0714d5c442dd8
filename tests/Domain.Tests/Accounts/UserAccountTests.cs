using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Common;

namespace AmoCrmQualification.Domain.Tests.Accounts;

internal sealed class UserAccountTests
{
    private static readonly DateTimeOffset Noon = new(2026, 9, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly AmoDomain Host = AmoDomain.Parse("agency.amocrm.ru")!.Value;

    [Test]
    public void The_former_webhook_secret_stays_valid_for_a_day()
    {
        var account = UserAccount.Open("Клиент", "first", Noon);

        account.RotateWebhookSecret("second", revokeFormer: false, Noon);

        Assert.That(
            (account.WebhookSecret, account.FormerWebhookSecret, account.FormerWebhookSecretUntil),
            Is.EqualTo(("second", "first", Noon.AddHours(24)))
        );
    }

    [Test]
    public void A_revoked_secret_is_gone_at_once()
    {
        var account = UserAccount.Open("Клиент", "first", Noon);

        account.RotateWebhookSecret("second", revokeFormer: true, Noon);

        Assert.That(
            (account.FormerWebhookSecret, account.FormerWebhookSecretUntil),
            Is.EqualTo(((string?)null, (DateTimeOffset?)null))
        );
    }

    [Test]
    public void Only_the_last_former_secret_is_kept()
    {
        var account = UserAccount.Open("Клиент", "first", Noon);
        account.RotateWebhookSecret("second", revokeFormer: false, Noon);

        account.RotateWebhookSecret("third", revokeFormer: false, Noon.AddHours(1));

        Assert.That((account.WebhookSecret, account.FormerWebhookSecret), Is.EqualTo(("third", "second")));
    }

    [Test]
    public void Deals_of_two_amoCRM_accounts_are_never_mixed()
    {
        var account = UserAccount.Open("Клиент", "secret", Noon);
        account.ConnectTo(new(1), Host, hasDeals: false);

        Assert.That(
            () => account.ConnectTo(new(2), Host, hasDeals: true),
            Throws
                .TypeOf<DomainException>()
                .With.Property(nameof(DomainException.Refusal))
                .Property("Kind")
                .EqualTo(RefusalKind.Conflict)
        );
        Assert.That(account.AmocrmAccountId, Is.EqualTo(new AmoAccountId(1)));
    }

    [Test]
    public void An_account_without_deals_may_change_its_amoCRM_account()
    {
        var account = UserAccount.Open("Клиент", "secret", Noon);
        account.ConnectTo(new(1), Host, hasDeals: false);

        account.ConnectTo(new(2), Host, hasDeals: false);

        Assert.That(account.AmocrmAccountId, Is.EqualTo(new AmoAccountId(2)));
    }

    [Test]
    public void The_same_amoCRM_account_may_connect_again()
    {
        var account = UserAccount.Open("Клиент", "secret", Noon);
        account.ConnectTo(new(1), Host, hasDeals: false);

        Assert.That(() => account.ConnectTo(new(1), Host, hasDeals: true), Throws.Nothing);
    }

    [Test]
    public void A_time_zone_that_is_not_understood_is_noted_until_one_is_said()
    {
        var account = UserAccount.Open("Клиент", "secret", Noon);
        account.NoteUnknownTimeZone("Mars\n" + new string('s', 100));
        Assert.That((account.UnknownTimeZone![..6], account.UnknownTimeZone.Length), Is.EqualTo(("Marsss", 64)));

        account.Change(AccountDetails.Nothing);
        Assert.That(account.UnknownTimeZone, Is.Not.Null);
        account.Change(AccountDetails.Nothing with { TimeZone = "Europe/Moscow" });
        Assert.That(account.UnknownTimeZone, Is.Null);
    }

    [Test]
    public void What_is_not_said_stays()
    {
        var account = UserAccount.Open("Клиент", "secret", Noon);

        account.Change(new(Name: null, Currency: "RUB", TimeZone: null, DefaultCountry: null, PushLeads: false));

        Assert.That(
            (account.Name, account.Currency, account.TimeZone, account.DefaultCountry, account.PushLeads),
            Is.EqualTo(("Клиент", "RUB", UserAccount.FallbackTimeZone, UserAccount.FallbackCountry, false))
        );
    }
}
