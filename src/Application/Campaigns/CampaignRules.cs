using FluentValidation;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>Validation rules of names and ids of campaign data.</summary>
internal static class CampaignRules
{
    private const int MaxTitle = 500;
    private const int MaxAds = 1000;

    public static IRuleBuilderOptions<T, string?> Title<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(title => title is null || (title.Trim().Length > 0 && title.Length <= MaxTitle))
            .WithErrorCode(Reasons.NameInvalid)
            .WithMessage($"It has 1 to {MaxTitle} characters.");

    public static IRuleBuilderOptions<T, IReadOnlyList<string>?> AdIds<T>(this IRuleBuilder<T, IReadOnlyList<string>?> rule) =>
        rule.Must(ids => ids is null || (ids.Count <= MaxAds && ids.All(IsAdId)))
            .WithMessage($"At most {MaxAds} ad ids of 1 to {AdIdText.MaxLength} characters in one line.")
            .WithErrorCode(Reasons.AdIdsInvalid)
            .Must(ids => ids?.Any(id => AdIdText.Clean(id) is { } ad && AdIdText.IsDamaged(ad)) != true)
            .WithMessage($"An ad id was shortened by a spreadsheet: {AdIdText.Remedy}.")
            .WithErrorCode(Reasons.AdIdsDamaged);

    private static bool IsAdId(string? text) =>
        AdIdText.Clean(text) is { Length: <= AdIdText.MaxLength } && !text!.Trim().Any(char.IsControl);
}
