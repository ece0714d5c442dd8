namespace AmoCrmQualification.Application.Rollups;

/// <summary>Compares the roll-ups of all accounts with their histories and raises an alert where they differ.</summary>
public sealed record VerifyRollupsCommand : IRequest;
