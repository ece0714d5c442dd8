namespace AmoCrmQualification.Domain.Analytics;

/// <summary>
/// Numbers that look random and are the same for a seed for ever, so that a figure does not move between two looks at it.
/// System.Random promises that of no seed across versions of .NET. SplitMix64 (Steele, Lea, Flood 2014), of period 2^64.
/// </summary>
internal sealed class RandomStream(ulong seed)
{
    private ulong _state = seed;
    private double? _spare;

    /// <summary>In (0, 1): never 0, whose logarithm is asked for.</summary>
    public double Uniform()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        z ^= z >> 31;
        return ((z >> 11) + 0.5) * (1.0 / (1UL << 53));
    }

    /// <summary>Standard normal, by the polar method (Marsaglia and Bray 1964): two at a time.</summary>
    public double Gaussian()
    {
        if (_spare is { } spare)
        {
            _spare = null;
            return spare;
        }

        double x,
            y,
            square;
        do
        {
            x = (2 * Uniform()) - 1;
            y = (2 * Uniform()) - 1;
            square = (x * x) + (y * y);
        } while (square is >= 1 or 0);

        var stretch = Math.Sqrt(-2 * Math.Log(square) / square);
        _spare = y * stretch;
        return x * stretch;
    }
}
