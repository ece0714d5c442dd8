namespace AmoCrmQualification.Infrastructure.Phones;

/// <summary>Agreement of a number with the numbering plan of its country.</summary>
internal enum Certainty
{
    /// <summary>The length is right.</summary>
    Possible,

    /// <summary>It has the general form; its range may have been opened lately.</summary>
    Plausible,

    /// <summary>Its range is in use.</summary>
    Valid,
}

/// <param name="IsAbroad">Typed with the prefix that leads abroad ("810", "00", "011").</param>
internal sealed record PlannedNumber(string E164, Certainty Certainty, bool IsAbroad)
{
    public bool IsAtLeast(Certainty certainty) => Certainty >= certainty;
}

internal static class PlannedNumberChoice
{
    /// <summary>E.164 of a number that is certain enough, else null.</summary>
    public static string? If(this PlannedNumber? number, Certainty certainty) =>
        number?.IsAtLeast(certainty) == true ? number.E164 : null;
}
