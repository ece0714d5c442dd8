using AmoCrmQualification.Domain.Common;
using AmoCrmQualification.Domain.People;

namespace AmoCrmQualification.Domain.Tests.People;

internal sealed class PersonTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Test]
    public void Who_has_a_password_is_active_whatever_link_is_open()
    {
        var invited = new Invitation([], Monday);
        var person = Create(PersonRole.Member) with { InvitedAt = Monday, InvitationExpiresAt = invited.ExpiresAt };

        Assert.Multiple(() =>
        {
            Assert.That(person.StateAt(Monday), Is.EqualTo(PersonState.Invited));
            Assert.That(person.StateAt(Monday.AddDays(7).AddTicks(-1)), Is.EqualTo(PersonState.Invited));
            Assert.That(person.StateAt(Monday.AddDays(7)), Is.EqualTo(PersonState.Expired));
            Assert.That((person with { HasPassword = true }).StateAt(Monday.AddDays(8)), Is.EqualTo(PersonState.Active));
        });
    }

    [TestCase(PersonRole.Admin, true, 1, true)]
    [TestCase(PersonRole.Admin, true, 2, false)]
    [TestCase(PersonRole.Admin, false, 1, false)]
    [TestCase(PersonRole.Member, true, 1, false)]
    [TestCase(PersonRole.Member, true, 0, false)]
    public void Only_the_last_who_can_administer_must_stay(PersonRole role, bool hasPassword, int administrators, bool stays)
    {
        var person = Create(role) with { HasPassword = hasPassword };

        Assert.That(
            () => person.LeaveAdministration(administrators),
            stays
                ? Throws.TypeOf<DomainException>().With.Property("Refusal").Property("Kind").EqualTo(RefusalKind.Conflict)
                : Throws.Nothing
        );
    }

    private static Person Create(PersonRole role) => new(PersonId.New(), "anna@example.com", role, [], Monday);
}
