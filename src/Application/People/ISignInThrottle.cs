namespace AmoCrmQualification.Application.People;

/// <summary>
/// Bounds how often passwords and keys can be guessed, over all replicas. A guess is counted before it is looked at, so
/// that many at once do not slip through, and forgiven when it was right: only wrong ones add up.
/// </summary>
public interface ISignInThrottle
{
    /// <summary>Refuses when there were too many.</summary>
    Task CountAsync(SignInAttempt attempt, CancellationToken cancellationToken);

    Task ResetAsync(SignInAttempt attempt, CancellationToken cancellationToken);
}

/// <summary>Source of a sign-in attempt and its target; either may be unknown.</summary>
public sealed record SignInAttempt(string? Address, string? Email);
