using AmoCrmQualification.Domain.Sharing;

namespace AmoCrmQualification.Api.Http.Auth;

/// <summary>The share link by which a request came, as it stands in the database now.</summary>
internal sealed record ShareGrant(ShareLink Link);

/// <summary>A link was shown whose password is still to be given.</summary>
internal sealed record ShareLocked;
