using AmoCrmQualification.Domain.Accounts;

namespace AmoCrmQualification.Domain.Webhooks;

public enum HookState
{
    /// <summary>amoCRM could not be asked.</summary>
    Unknown,

    Ok,

    /// <summary>It was found missing, disabled or altered, and was put right.</summary>
    Repaired,

    /// <summary>amoCRM does not let us have one: another plan or more rights are needed.</summary>
    Refused,

    /// <summary>A person does not want one.</summary>
    Unsubscribed,
}

/// <summary>State of an account's webhook when amoCRM was last asked.</summary>
public sealed class HookHealth : ITenantOwned
{
    private const int LongestError = 300;

    private HookHealth() { } // EF Core

    public UserAccountId UserAccountId { get; private init; }
    public HookState State { get; private set; }
    public DateTimeOffset CheckedAt { get; private set; }

    /// <summary>Deliveries may be missing since then; null when none are, or when unknown.</summary>
    public DateTimeOffset? BrokenSince { get; private set; }

    public string? LastError { get; private set; }

    public static HookHealth Create(UserAccountId account) => new() { UserAccountId = account };

    public void FoundIntact(DateTimeOffset now) => Become(HookState.Ok, brokenSince: null, error: null, now);

    /// <param name="lastDelivery">What amoCRM tried to deliver after it may be lost.</param>
    public void WasRepaired(DateTimeOffset? lastDelivery, DateTimeOffset now) =>
        Become(HookState.Repaired, BrokenSince ?? lastDelivery ?? SeenOkAt, error: null, now);

    public void WasRefused(string error, DateTimeOffset now) =>
        Become(HookState.Refused, BrokenSince ?? SeenOkAt ?? now, error, now);

    public void IsUncertain(string error, DateTimeOffset now) => Become(HookState.Unknown, BrokenSince ?? SeenOkAt, error, now);

    public void IsNotWanted(DateTimeOffset now) => Become(HookState.Unsubscribed, brokenSince: null, error: null, now);

    private DateTimeOffset? SeenOkAt => State is HookState.Ok or HookState.Repaired ? CheckedAt : null;

    private void Become(HookState state, DateTimeOffset? brokenSince, string? error, DateTimeOffset now)
    {
        BrokenSince = brokenSince;
        State = state;
        LastError = error is null ? null : TextLength.Cut(error, LongestError);
        CheckedAt = now;
    }
}
