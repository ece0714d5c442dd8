namespace AmoCrmQualification.Application.Campaigns.AdFiles;

/// <summary>The kinds of lines that are no rows.</summary>
public enum SkipReason
{
    Title,
    Total,
    Note,
}

/// <summary>A line of a file that is no row.</summary>
public sealed record SkippedLine(int Line, SkipReason Reason);
