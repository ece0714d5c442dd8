using System.Net.Mail;
using FluentValidation;

namespace AmoCrmQualification.Application.People;

/// <summary>Validation rules of a person's fields.</summary>
internal static class PersonRules
{
    public const int MaxEmail = 254;

    public static IRuleBuilderOptions<T, string?> Email<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(email => email is not null && IsEmail(email.Trim()))
            .WithErrorCode(Reasons.EmailInvalid)
            .WithMessage("It must be an e-mail address.");

    // An address with a name or a comment beside it reads as one, but is not written as one.
    private static bool IsEmail(string email) =>
        email.Length <= MaxEmail
        && !email.EnumerateRunes().Any(Invisible.Has)
        && MailAddress.TryCreate(email, out var address)
        && address.Address == email
        && Uri.CheckHostName(address.Host) == UriHostNameType.Dns;
}
