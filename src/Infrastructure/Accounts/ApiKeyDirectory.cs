using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmoCrmQualification.Infrastructure.Accounts;

/// <summary>Finds whose key it is. Asked at each request and never remembered, so that a revocation counts at once.</summary>
public sealed class ApiKeyDirectory(NpgsqlDataSource database)
{
    public async Task<UserAccountId?> OwnerOfAsync(byte[] hash, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT user_account_id, key_hash FROM api_keys WHERE key_hash = $1");
        command.Parameters.Add(BatchCommands.Scalar(hash));
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return
            await row.ReadAsync(cancellationToken) && CryptographicOperations.FixedTimeEquals(row.GetFieldValue<byte[]>(1), hash)
            ? new UserAccountId(row.GetGuid(0))
            : null;
    }

    /// <summary>The hash of the operator's key, when it is kept in the database.</summary>
    public async Task<byte[]?> AdminKeyHashAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT key_hash FROM admin_key");
        return await command.ExecuteScalarAsync(cancellationToken) as byte[];
    }

    /// <summary>Keeps the hash of a new operator's key; false when another replica was first.</summary>
    public async Task<bool> KeepAdminKeyHashAsync(byte[] hash, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "INSERT INTO admin_key (id, key_hash) VALUES (1, $1) ON CONFLICT DO NOTHING"
        );
        command.Parameters.Add(BatchCommands.Scalar(hash));
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }
}

/// <summary>The operator's key, of which there is one.</summary>
internal sealed class AdminKeyRow
{
    public int Id { get; private init; }
    public byte[] KeyHash { get; private init; } = [];
}

internal sealed class AdminKeyConfiguration : IEntityTypeConfiguration<AdminKeyRow>
{
    public void Configure(EntityTypeBuilder<AdminKeyRow> builder)
    {
        builder.ToTable("admin_key");
        builder.Property(k => k.Id).ValueGeneratedNever();
    }
}
