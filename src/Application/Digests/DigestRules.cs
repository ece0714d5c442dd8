using System.Globalization;
using System.Text.RegularExpressions;
using FluentValidation;

namespace AmoCrmQualification.Application.Digests;

/// <summary>Validation rules of a digest's fields.</summary>
internal static partial class DigestRules
{
    public static IRuleBuilderOptions<T, string?> Chat<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(chat => chat is null || IsChat(chat))
            .WithErrorCode(Reasons.ChatInvalid)
            .WithMessage("A chat is named by its id, or a channel by @ and its name.");

    public static IRuleBuilderOptions<T, string?> ClockTime<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => text is null || Time(text) is not null)
            .WithErrorCode(Reasons.TimeInvalid)
            .WithMessage("A time is hours and minutes, such as 09:00.");

    public static bool IsChat(string text) => ChatId().IsMatch(text);

    public static TimeOnly? Time(string? text) =>
        TimeOnly.TryParseExact(text, "HH':'mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    [GeneratedRegex(@"^(-?\d{1,18}|@[A-Za-z]\w{3,31})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ChatId();
}
