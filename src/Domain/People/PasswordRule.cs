using AmoCrmQualification.Domain.Common;

namespace AmoCrmQualification.Domain.People;

/// <summary>Length is what makes a password strong; rules about digits and signs only make people write them down.</summary>
public static class PasswordRule
{
    public const int MinLength = 10;

    /// <summary>Work on a password grows with its length.</summary>
    public const int MaxLength = 256;

    /// <param name="field">The field of the request that holds the password.</param>
    public static void Check(string? password, string email, string field)
    {
        if (password is not { Length: >= MinLength and <= MaxLength })
            throw new DomainException(
                Refusal.Invalid(field, Reasons.PasswordLengthInvalid, $"A password has {MinLength} to {MaxLength} characters.")
            );
        if (string.Equals(password.Trim(), email, StringComparison.OrdinalIgnoreCase))
            throw new DomainException(Refusal.Invalid(field, Reasons.PasswordIsEmail, "The password must not be the e-mail."));
    }
}
