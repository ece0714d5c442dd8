using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AmoCrmQualification.Infrastructure.Persistence;

/// <summary>Stores an enum as its word in snake_case, as users and people with psql know it.</summary>
internal sealed class SnakeCaseEnumConverter<TEnum>()
    : ValueConverter<TEnum, string>(value => SnakeCaseEnum<TEnum>.Format(value), word => SnakeCaseEnum<TEnum>.Parse(word))
    where TEnum : struct, Enum;
