using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Application.Push;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Infrastructure.Phones;

namespace AmoCrmQualification.Application.Tests.Push;

/// <summary>By what a lead's person is known again: the phone, else the e-mail, else nothing.</summary>
internal sealed class ContactIdentityTests
{
    private static readonly PhoneReader s_phones = new();

    [Test]
    public void Leads_with_one_phone_are_of_one_person_whatever_their_mail()
    {
        Assert.That(Identity("+79161234567", "a@example.com"), Is.EqualTo(Identity("+79161234567", "b@example.com")));
        Assert.That(Identity("+79161234567"), Is.Not.EqualTo(Identity("+79161234568")));
    }

    [TestCase("+553198765432", "+5531998765432")]
    [TestCase("+541123456789", "+5491123456789")]
    public void A_phone_with_two_numbers_is_one_person(string one, string other) =>
        Assert.That(Identity(one), Is.EqualTo(Identity(other)));

    [Test]
    public void Without_a_phone_the_mail_counts_but_not_how_it_is_written() =>
        Assert.That(Identity(null, " Anna@Example.com "), Is.EqualTo(Identity(null, "anna@example.com")));

    [TestCase(null)]
    [TestCase(" ")]
    public void Without_both_each_lead_is_somebody_else(string? email)
    {
        Assert.That(Identity(null, email), Is.Not.EqualTo(Identity(null, email)));
        Assert.That(Identity(null, email).SearchText(s_phones), Is.Null);
        Assert.That(Identity(null, email).IsOf(Card([], ["", " "]), s_phones, "RU"), Is.False);
    }

    [TestCase("+79161234567", null, "9161234567")]
    [TestCase("+5531998765432", null, "98765432")]
    [TestCase(null, " Anna@Example.com", "anna@example.com")]
    public void What_is_looked_for_is_in_every_way_to_write_it(string? phone, string? email, string text) =>
        Assert.That(Identity(phone, email).SearchText(s_phones), Is.EqualTo(text));

    [TestCase("8 (916) 123-45-67", true)]
    [TestCase("+7 916 123 45 67", true)]
    [TestCase("+7 916 123 45 678", false)]
    [TestCase("9161234567@example.com", false)]
    public void A_contact_is_the_persons_when_one_of_its_phones_is_the_same(string typed, bool expected) =>
        Assert.That(Identity("+79161234567").IsOf(Card(["112", typed], []), s_phones, "RU"), Is.EqualTo(expected));

    [TestCase("ANNA@example.com ", true)]
    [TestCase("hanna@example.com", false)]
    public void A_contact_is_the_persons_when_one_of_its_mails_is_the_same(string typed, bool expected) =>
        Assert.That(
            Identity(null, "anna@example.com").IsOf(Card([], ["x@example.com", typed]), s_phones, "RU"),
            Is.EqualTo(expected)
        );

    [Test]
    public void A_person_with_a_phone_is_not_known_by_the_mail() =>
        Assert.That(Identity("+79161234567", "anna@example.com").IsOf(Card([], ["anna@example.com"]), s_phones, "RU"), Is.False);

    private static AmoContactCard Card(IReadOnlyList<string> phones, IReadOnlyList<string> emails) =>
        new(new(7), phones, emails, Deals: []);

    private static ContactIdentity Identity(string? phone, string? email = null) =>
        ContactIdentity.From(
            Lead.Create(
                new(
                    UserAccountId.New(),
                    LeadSource.Website,
                    new(Name: null, phone, phone, ChatId: null, email, Message: null),
                    Direction: null,
                    Creative: null,
                    AdId: null,
                    new(null, null, null, null, null),
                    Deal: null,
                    Push: true,
                    CreatedAt: null,
                    Idempotency: null
                ),
                new(2026, 9, 21, 12, 0, 0, TimeSpan.Zero)
            )
        );
}
