namespace AmoCrmQualification.Domain.Analytics;

/// <summary>
/// Draws from a gamma distribution of scale 1 by rejection (Marsaglia and Tsang 2000): hardly more than one normal draw
/// each, whatever the shape.
/// </summary>
internal readonly struct GammaSampler
{
    private readonly double _shift;
    private readonly double _slope;
    private readonly double _boost;

    public GammaSampler(double shape)
    {
        // Below 1 the method is for shape + 1, times U^(1/shape).
        _boost = shape < 1 ? 1 / shape : 0;
        _shift = (shape < 1 ? shape + 1 : shape) - (1.0 / 3);
        _slope = 1 / Math.Sqrt(9 * _shift);
    }

    /// <summary>A draw as (value, log factor): value · e^factor, which for a tiny shape is too small for a number.</summary>
    public (double Value, double LogFactor) Draw(RandomStream random)
    {
        while (true)
        {
            var x = random.Gaussian();
            var v = 1 + (_slope * x);
            if (v <= 0)
                continue;

            v = v * v * v;
            var u = random.Uniform();
            if (u < 1 - (0.0331 * x * x * x * x) || Math.Log(u) < (x * x / 2) + (_shift * (1 - v + Math.Log(v))))
                return (_shift * v, _boost > 0 ? _boost * Math.Log(random.Uniform()) : 0);
        }
    }
}
