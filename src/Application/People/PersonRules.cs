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

    public static bool IsEmail(string email) =>
        email.Length <= MaxEmail
        && email.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && at == email.LastIndexOf('@')
        && at < email.Length - 1
        && !email.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));
}
