using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AmoCrmQualification.Infrastructure.Persistence;

/// <summary>Stores a domain as its host. EF Core asks for the domain that is none, too, to know it by its value.</summary>
internal sealed class AmoDomainConverter()
    : ValueConverter<AmoDomain, string>(domain => domain.Host, host => AmoDomain.Parse(host).GetValueOrDefault());
