namespace AmoCrmQualification.Sandbox.World;

/// <summary>Many deals of the past at once. They are derived from the seed whenever they are asked for, and hardly take memory.</summary>
public sealed record GeneratePlan
{
    public const int MovesLimit = 15;

    public int Deals { get; init; } = 1000;
    public int Seed { get; init; } = 1;

    /// <summary>Period in which the deals are created, evenly; a year until now when left out. Nothing happens after the end.</summary>
    public long? From { get; init; }
    public long? To { get; init; }
    public double MarkedShare { get; init; } = 0.7;
    public double ContactShare { get; init; } = 0.9;

    /// <summary>Stage moves of a deal on average; a deal makes none to twice as many.</summary>
    public int Moves { get; init; } = 2;

    /// <summary>The ads that the marks name.</summary>
    public IReadOnlyList<string> Ads { get; init; } = [.. Enumerable.Range(1, 40).Select(i => $"{120_210_000_000 + i}")];
}

public sealed record GeneratedSummary(int Deals, int Marked, int Contacts, int Events, long FirstLeadId, long FirstContactId);
