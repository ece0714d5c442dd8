namespace AmoCrmQualification.Domain.Campaigns;

/// <summary>Goals of a direction in money; <see langword="null"/> where there is none.</summary>
/// <param name="Cpql">The most that a qualified lead may cost, in the account's currency.</param>
/// <param name="Cac">The most that a sale may cost.</param>
/// <param name="Romi">Percent: the least that must come back beyond the spend.</param>
public sealed record DirectionTargets(decimal? Cpql, decimal? Cac, decimal? Romi)
{
    public static readonly DirectionTargets None = new(null, null, null);
}
