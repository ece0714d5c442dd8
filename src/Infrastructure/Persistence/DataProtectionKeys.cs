using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Infrastructure.Persistence;

/// <summary>A key of Data Protection, in the database so that replicas share it.</summary>
internal sealed class DataProtectionKey
{
    public int Id { get; init; }
    public string FriendlyName { get; init; } = "";
    public string Xml { get; init; } = "";
}

internal sealed class DataProtectionKeyConfiguration : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> builder) => builder.ToTable("data_protection_keys");
}

internal sealed class DataProtectionKeyRepository(IServiceScopeFactory scopes, KeyRing keys) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        return db.Set<DataProtectionKey>().AsNoTracking().Select(k => k.Xml).AsEnumerable().Select(XElement.Parse).ToList();
    }

    // Data Protection asks synchronously, about four times a year.
    public void StoreElement(XElement element, string friendlyName) =>
        keys.AddAsync(element, friendlyName, CancellationToken.None).GetAwaiter().GetResult();
}
