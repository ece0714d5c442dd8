namespace AmoCrmQualification.Api.Configuration;

/// <summary>Wrong sign-in attempts in a quarter of an hour.</summary>
public sealed class SignInSettings
{
    [WholeNumber(1, 1000)]
    public int FailuresPerUser { get; init; } = 10;

    [WholeNumber(1, 100_000)]
    public int FailuresPerAddress { get; init; } = 50;
}
