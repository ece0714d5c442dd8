using AmoCrmQualification.Domain.Sharing;

namespace AmoCrmQualification.Application.Sharing;

/// <summary>Passwords of share links.</summary>
public interface ISharePasswords
{
    string Hash(string password);

    bool IsRight(string hash, string password);
}

/// <summary>Finds share links by their token or id, whoever asks. Asked at each request and never cached.</summary>
public interface IShareLinks
{
    /// <summary>Returns the link unless it is unknown, expired or revoked.</summary>
    Task<ShareLink?> FindAsync(byte[] tokenHash, CancellationToken cancellationToken);

    Task<ShareLink?> FindAsync(ShareLinkId id, CancellationToken cancellationToken);
}
