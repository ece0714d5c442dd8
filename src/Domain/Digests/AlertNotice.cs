using AmoCrmQualification.Domain.Accounts;

namespace AmoCrmQualification.Domain.Digests;

/// <summary>Memory of the alerts that an account's digests have told, so that each is told once and messages stay apart.</summary>
public sealed class AlertNotice : ITenantOwned
{
    /// <summary>No account gets messages about alerts more often.</summary>
    public static readonly TimeSpan Gap = TimeSpan.FromMinutes(15);

    private AlertNotice() { } // EF Core

    public UserAccountId UserAccountId { get; private init; }

    /// <summary>Current alerts that were told, by kind and subject.</summary>
    public IReadOnlyList<string> Told { get; private set; } = [];

    public DateTimeOffset ToldAt { get; private set; }

    public static AlertNotice Begin(UserAccountId account) => new() { UserAccountId = account };

    /// <summary>
    /// Returns the alerts to tell now; none so soon after the last message: they are told together when it is over. An alert that
    /// went and comes again is told again.
    /// </summary>
    public IReadOnlyList<string> Notice(IReadOnlyCollection<string> current, DateTimeOffset now)
    {
        var fresh = current.Except(Told, StringComparer.Ordinal).ToList();
        if (fresh.Count == 0 || now - ToldAt < Gap)
        {
            var known = Told.Intersect(current, StringComparer.Ordinal).ToList();
            if (known.Count < Told.Count)
                Told = known;
            return [];
        }
        (Told, ToldAt) = ([.. current], now);
        return fresh;
    }
}
