namespace AmoCrmQualification.Domain.Analytics;

/// <summary>
/// Variance of a share F(t) that ended in one way: Σ (F(t) − Fᵢ)²·aᵢ + Σ bᵢ − 2 Σ (F(t) − Fᵢ)·cᵢ over the times up to t, kept as
/// sums by powers of F(t), so that each time costs the same.
/// </summary>
internal sealed class EndedVariance
{
    private double _square;
    private double _linear;
    private double _constant;

    /// <param name="open">Share still open before this time.</param>
    /// <param name="ended">Deals that ended at this time in any way; <paramref name="so"/> of them in the way of the share.</param>
    /// <param name="share">Fᵢ, this time included.</param>
    public void Add(double open, double atRisk, double ended, double so, double share)
    {
        // Once all have ended nothing is added to the share any more, so that its own term is 0.
        var a = atRisk > ended ? ended / (atRisk * (atRisk - ended)) : 0;
        var b = open * open * (atRisk - so) * so / (atRisk * atRisk * atRisk);
        var c = open * so / (atRisk * atRisk);
        _square += a;
        _linear -= 2 * ((share * a) + c);
        _constant += (share * share * a) + b + (2 * share * c);
    }

    public double At(double share) => Math.Max(0, (_square * share * share) + (_linear * share) + _constant);
}
