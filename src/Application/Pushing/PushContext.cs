using AmoCrmQualification.Application.Outbox;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Pushing;

/// <summary>One go at an account's leads.</summary>
internal sealed record PushContext(OutboxLease Lease, UserAccount Account);

/// <summary>A lead as it stood when it was last looked at, and what asked for its push.</summary>
internal sealed record PushItem(OutboxItem Row, Lead Lead)
{
    /// <summary>How the answers of a batch are told apart; also in the tag by which its deal is known.</summary>
    public string Key => Lead.Id.Value.ToString();

    public string Tag => TagPrefix + Key;

    private const string TagPrefix = "lead:";

    /// <summary>The lead that a tag names, if it is one of ours by its form.</summary>
    public static LeadId? LeadOf(string tag) =>
        tag.StartsWith(TagPrefix, StringComparison.OrdinalIgnoreCase) && Guid.TryParse(tag[TagPrefix.Length..], out var id)
            ? new(id)
            : null;
}
