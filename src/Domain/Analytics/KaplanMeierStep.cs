namespace AmoCrmQualification.Domain.Analytics;

/// <summary>A time at which the share rises.</summary>
/// <param name="Surviving">1 − F: the share to whom it has not happened, this step included.</param>
/// <param name="RelativeVariance">Σ dᵢ/(nᵢ(nᵢ − dᵢ)) up to here (Greenwood 1926); infinite once it happened to all.</param>
public sealed record KaplanMeierStep(double Time, long Events, long AtRisk, double Surviving, double RelativeVariance)
{
    /// <summary>F, 0–1.</summary>
    public double Share => 1 - Surviving;

    /// <summary>Of F; undefined once it happened to all.</summary>
    public double? StandardError => Surviving > 0 ? Surviving * Math.Sqrt(RelativeVariance) : null;

    /// <summary>Ends of the 95 % interval of F on the scale of log(−log(1 − F)), which keeps them within 0–1.</summary>
    public double? Lo => Bound(-1);

    public double? Hi => Bound(+1);

    private double? Bound(int side)
    {
        if (Surviving <= 0)
            return null;
        var log = Math.Log(Surviving);
        return 1 - Math.Exp(log * Math.Exp(side * Normal.Z975 * Math.Sqrt(RelativeVariance) / -log));
    }
}
