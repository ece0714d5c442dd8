using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Webhooks;

namespace AmoCrmQualification.Domain.Tests.Webhooks;

/// <summary>Since when a repaired webhook may have missed something: the earliest moment that is known for it.</summary>
internal sealed class HookHealthTests
{
    private static readonly DateTimeOffset s_noon = new(2026, 9, 21, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void A_break_that_was_seen_before_goes_before_the_last_delivery()
    {
        var health = Found();
        health.WasRefused("amoCRM answered 402.", s_noon.AddHours(1));

        health.WasRepaired(lastDelivery: s_noon.AddHours(2), s_noon.AddHours(3));

        Assert.That(health.BrokenSince, Is.EqualTo(s_noon), "it was last well at noon");
    }

    [Test]
    public void The_last_delivery_goes_before_the_last_time_it_was_looked_at()
    {
        var health = Found();

        health.WasRepaired(lastDelivery: s_noon.AddMinutes(20), s_noon.AddHours(1));

        Assert.That(health.BrokenSince, Is.EqualTo(s_noon.AddMinutes(20)));
    }

    [Test]
    public void Without_any_delivery_it_is_the_last_time_it_was_found_well()
    {
        var health = Found();

        health.WasRepaired(lastDelivery: null, s_noon.AddHours(1));

        Assert.That(health.BrokenSince, Is.EqualTo(s_noon));
        Assert.That((health.State, health.CheckedAt), Is.EqualTo((HookState.Repaired, s_noon.AddHours(1))));
    }

    private static HookHealth Found()
    {
        var health = HookHealth.Create(UserAccountId.New());
        health.FoundIntact(s_noon);
        return health;
    }
}
