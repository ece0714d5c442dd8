using System.Collections.Immutable;
using System.Globalization;
using AmoCrmQualification.Domain.Attribution;

namespace AmoCrmQualification.Application.Attribution;

/// <summary>Deals that count as leads, and the meaning of their fields.</summary>
public sealed record AttributionSettingsView(
    AdoptDeals AdoptDeals,
    DateOnly? AdoptFrom,
    IReadOnlyList<long>? AdoptPipelines,
    IReadOnlyList<FieldMeaning> Fields
)
{
    internal static AttributionSettingsView From(UserAccount account, IReadOnlyList<MappedField> fields) =>
        new(account.AdoptDeals, account.AdoptFrom, account.AdoptPipelines, [.. fields.Select(FieldMeaning.From)]);
}

/// <summary>Settings as they are to be; what is left out stays, null takes a limit away.</summary>
/// <param name="Fields">In order of precedence; they replace the former.</param>
public sealed record AttributionChange(
    Optional<DateOnly> AdoptFrom,
    Optional<ImmutableArray<long>> AdoptPipelines,
    AdoptDeals? AdoptDeals = null,
    IReadOnlyList<FieldMeaning>? Fields = null
)
{
    internal IReadOnlyList<long>? Pipelines => AdoptPipelines.Value;

    internal IReadOnlyList<MappedField>? Mapped =>
        Fields is null ? null : [.. Fields.Select(f => f.ToMapped()).DistinctBy(f => f)];
}

/// <summary>Meaning of a deal's field, which is named by its code or its id at amoCRM.</summary>
/// <param name="Code">As of a lead's mark: <c>utm_content</c>, <c>field:{id}</c>.</param>
/// <param name="Meaning"><c>ad_id</c>, <c>creative</c> (its title or mark), or the code of a mark such as <c>utm_source</c>.</param>
public sealed record FieldMeaning(string? Code = null, long? FieldId = null, string? Meaning = null)
{
    private const string Custom = TrackingCodes.OwnField;
    private const int MaxCode = 60;

    internal bool IsValid =>
        Meaning is { Length: <= MaxCode } meaning
        && (meaning == MappedField.Creative || TrackingCodes.IsOfAddress(meaning))
        && (
            FieldId is > 0
            || (Code is { Length: > 0 and <= MaxCode } code && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or ':'))
        );

    internal static FieldMeaning From(MappedField field) =>
        new(
            field.Code,
            field.Code.StartsWith(Custom, StringComparison.Ordinal)
            && long.TryParse(field.Code.AsSpan(Custom.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? id
                : null,
            field.Meaning
        );

    internal MappedField ToMapped() =>
        new(Code?.ToLowerInvariant() ?? string.Create(CultureInfo.InvariantCulture, $"{Custom}{FieldId}"), Meaning!);
}
