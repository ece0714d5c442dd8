using AmoCrmQualification.Domain.Attribution;

namespace AmoCrmQualification.Application.Attribution;

/// <summary>Codes of marks that could name a creative.</summary>
internal static class UnmatchedCodes
{
    public static IReadOnlySet<string> With(IReadOnlyList<MappedField> fields) =>
        TrackingCodes.WithAdId.Concat(fields.Select(field => field.Code)).ToHashSet(StringComparer.Ordinal);
}
