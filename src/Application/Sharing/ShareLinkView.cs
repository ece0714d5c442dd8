using AmoCrmQualification.Domain.Sharing;

namespace AmoCrmQualification.Application.Sharing;

/// <summary>A share link as its account sees it; its address is shown once, when it is created.</summary>
/// <param name="HideContacts">Always: a shared page shows no lead.</param>
/// <param name="IsExpired">It opens nothing any more.</param>
public sealed record ShareLinkView(
    Guid Id,
    string Title,
    SharePage Page,
    ShareFilterView Filter,
    bool HasPassword,
    bool HideContacts,
    DateTimeOffset? ExpiresAt,
    bool IsExpired,
    DateTimeOffset CreatedAt
);

/// <param name="Url">Shown this once; whoever has it reads the page.</param>
public sealed record CreatedShareLink(
    Guid Id,
    string Url,
    string Title,
    SharePage Page,
    ShareFilterView Filter,
    bool HasPassword,
    bool HideContacts,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset CreatedAt
);
