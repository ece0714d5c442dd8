namespace AmoCrmQualification.Sandbox.World;

/// <summary>The chance of one generated deal (splitmix64): the same seed, row and purpose always throw the same.</summary>
internal struct Dice(int seed, int row, int purpose)
{
    private ulong _state = Mix(((ulong)(uint)seed << 32) + (uint)row) + (ulong)purpose;

    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    public int Below(int limit) => (int)(Fraction() * limit);

    public bool Chance(double share) => Fraction() < share;

    public T OneOf<T>(IReadOnlyList<T> values) => values[Below(values.Count)];

    private ulong Next() => Mix(_state += 0x9E3779B97F4A7C15);

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
