namespace AmoCrmQualification.Domain.People;

/// <summary>
/// Length makes a password strong, and not being tried early; rules about digits and signs only make
/// people write them down.
/// </summary>
public static class PasswordRule
{
    public const int MinLength = 10;

    /// <summary>Work on a password grows with its length.</summary>
    public const int MaxLength = 256;

    private const int MinDifferent = 5;

    /// <param name="field">The field of the request that holds the password.</param>
    public static void Check(string? password, string email, string field)
    {
        if (FaultOf(password ?? "", email) is var (reason, message))
            throw new DomainException(Refusal.Invalid(field, reason, message));
    }

    private static (string Reason, string Message)? FaultOf(string password, string email)
    {
        var candidate = new PasswordCandidate(password);
        if (candidate.Text.Length < MinLength || password.Length > MaxLength)
            return (Reasons.PasswordLengthInvalid, $"A password has {MinLength} to {MaxLength} characters, blanks not counted.");
        if (candidate.RepeatsEmail(email))
            return (Reasons.PasswordIsEmail, "The password must not be made of the e-mail.");
        if (candidate.DifferentCharacters < MinDifferent)
            return (Reasons.PasswordRepetitive, $"A password has at least {MinDifferent} different characters.");
        return candidate.IsCommon ? (Reasons.PasswordCommon, "This password is too common.") : null;
    }
}
