namespace AmoCrmQualification.Application.People;

/// <summary>
/// Bounds how often passwords and keys can be guessed, over all replicas. A guess is counted before it is looked at, so
/// that many at once do not slip through, and forgiven when it was right: only wrong ones add up.
/// </summary>
public interface IGuessLimits
{
    /// <summary>Refuses when there were too many.</summary>
    Task CountAsync(Guess guess, CancellationToken cancellationToken);

    Task ForgiveAsync(Guess guess, CancellationToken cancellationToken);
}

/// <summary>Who guesses, and whose password; either may be unknown.</summary>
public sealed record Guess(string? Address, string? Email);
