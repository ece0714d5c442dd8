using System.Globalization;
using System.Linq.Expressions;
using System.Text.RegularExpressions;
using AmoCrmQualification.Application.People;
using AmoCrmQualification.Domain.Digests;
using FluentValidation;

namespace AmoCrmQualification.Application.Digests;

/// <summary>Validation rules of a digest's fields.</summary>
internal static partial class DigestRules
{
    /// <summary>Rules of an e-mail address or a chat, by the channel.</summary>
    public static void Recipient<T>(
        this AbstractValidator<T> validator,
        Expression<Func<T, string?>> recipient,
        Func<T, DigestChannel?> channel
    )
    {
        validator.RuleFor(recipient).Email().When(request => channel(request) == DigestChannel.Email);
        validator.RuleFor(recipient).Chat().When(request => channel(request) == DigestChannel.Telegram);
    }

    private static IRuleBuilderOptions<T, string?> Chat<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(chat => chat is null || Chats().IsMatch(chat.Trim()))
            .WithErrorCode(Reasons.ChatInvalid)
            .WithMessage("A chat is named by its id, or a channel by @ and its name.");

    public static IRuleBuilderOptions<T, string?> ClockTime<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => text is null || Time(text) is not null)
            .WithErrorCode(Reasons.TimeInvalid)
            .WithMessage("A time is hours and minutes, such as 09:00.");

    public static TimeOnly? Time(string? text) =>
        TimeOnly.TryParseExact(text, "HH':'mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    [GeneratedRegex(@"^(-?[1-9][0-9]{0,17}|@[A-Za-z][A-Za-z0-9_]{3,31})\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Chats();
}
