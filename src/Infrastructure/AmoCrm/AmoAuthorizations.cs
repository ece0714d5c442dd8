using System.Buffers.Text;
using System.Security.Cryptography;
using AmoCrmQualification.Application.AmoCrm;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

/// <summary>The state is the key of a row, sealed: it can only come from this service, and the row is used once.</summary>
internal sealed class AmoAuthorizations(NpgsqlDataSource database, IDataProtectionProvider protection) : IAmoAuthorizations
{
    private const int GuidSize = 16;
    private const int LongestState = 1024;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    private const string Begin = """
        WITH swept AS (DELETE FROM amocrm_authorizations WHERE expires_at <= now())
        INSERT INTO amocrm_authorizations (user_account_id, id, expires_at) VALUES ($1, $2, now() + $3)
        """;

    private const string End =
        "DELETE FROM amocrm_authorizations WHERE user_account_id = $1 AND id = $2 RETURNING expires_at > now()";

    private readonly IDataProtector _seal = protection.CreateProtector("amocrm authorization");

    public async Task<string> BeginAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7();
        await using var command = database.Command(
            Begin,
            BatchCommands.Scalar(account.Value),
            BatchCommands.Scalar(id),
            BatchCommands.Scalar(Life)
        );
        await command.ExecuteNonQueryAsync(cancellationToken);
        return Base64Url.EncodeToString(_seal.Protect([.. account.Value.ToByteArray(), .. id.ToByteArray()]));
    }

    public async Task<UserAccountId?> EndAsync(string? state, CancellationToken cancellationToken)
    {
        if (Open(state) is not { Length: 2 * GuidSize } key)
            return null;
        var account = new Guid(key.AsSpan(0, GuidSize));
        await using var command = database.Command(
            End,
            BatchCommands.Scalar(account),
            BatchCommands.Scalar(new Guid(key.AsSpan(GuidSize)))
        );
        return await command.ExecuteScalarAsync(cancellationToken) is true ? new UserAccountId(account) : null;
    }

    private byte[]? Open(string? state)
    {
        if (state is not { Length: > 0 and <= LongestState } || !Base64Url.IsValid(state))
            return null;
        try
        {
            return _seal.Unprotect(Base64Url.DecodeFromChars(state));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <summary>An authorization that a person has begun.</summary>
internal sealed class AmoAuthorizationRow : ITenantOwned
{
    public UserAccountId UserAccountId { get; private init; }
    public Guid Id { get; private init; }
    public DateTimeOffset ExpiresAt { get; private init; }
}

internal sealed class AmoAuthorizationConfiguration : IEntityTypeConfiguration<AmoAuthorizationRow>
{
    public void Configure(EntityTypeBuilder<AmoAuthorizationRow> builder)
    {
        builder.ToTable("amocrm_authorizations");
        builder.HasKey(a => new { a.UserAccountId, a.Id });
        builder.HasIndex(a => a.ExpiresAt); // what nobody came back for is swept
    }
}
