using AmoCrmQualification.Domain.Attribution;
using FluentValidation;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>Validation rules of names and ids of campaign data.</summary>
internal static class CampaignRules
{
    private const int MaxTitle = 500;
    private const int MaxAds = 1000;
    private const int MaxCode = 60;
    private const int MaxUrl = 2000;

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

    public static IRuleBuilderOptions<T, IReadOnlyList<CreativeMarkView>?> Marks<T>(
        this IRuleBuilder<T, IReadOnlyList<CreativeMarkView>?> rule
    ) =>
        rule.Must(marks => marks is null || (marks.Count <= MaxAds && marks.All(IsMark)))
            .WithMessage($"At most {MaxAds} marks, each with a code such as utm_content and a value.")
            .WithErrorCode(Reasons.MarksInvalid);

    public static IRuleBuilderOptions<T, string?> PreviewUrl<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(url => string.IsNullOrEmpty(url) || IsWebAddress(url))
            .WithMessage("It is an address that begins with https:// or http://.")
            .WithErrorCode(Reasons.AddressInvalid);

    private static bool IsMark(CreativeMarkView? mark) =>
        mark is { Code: { Length: > 0 and <= MaxCode } code }
        && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or ':')
        && MarkText.Clean(mark.Value) is not null;

    private static bool IsWebAddress(string url) =>
        url.Length <= MaxUrl && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http";

    private static bool IsAdId(string? text) =>
        AdIdText.Clean(text) is { Length: <= AdIdText.MaxLength } && !text!.Trim().Any(char.IsControl);
}
