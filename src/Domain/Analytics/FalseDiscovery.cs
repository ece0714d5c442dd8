namespace AmoCrmQualification.Domain.Analytics;

/// <summary>Of many comparisons some differ by chance alone: which of them may still be called differences.</summary>
public static class FalseDiscovery
{
    /// <summary>
    /// Benjamini and Hochberg (1995): of the m p-values in rising order, those up to the last with p(i) ≤ i/m · rate.
    /// At most this share of what is called a difference is none, on average.
    /// </summary>
    /// <returns>The largest p-value that still counts; below every p-value when none does.</returns>
    public static double Threshold(IEnumerable<double> pValues, double rate)
    {
        var rising = pValues.Order().ToList();
        for (var i = rising.Count; i > 0; i--)
        {
            if (rising[i - 1] <= rate * i / rising.Count)
                return rising[i - 1];
        }
        return double.NegativeInfinity;
    }
}
