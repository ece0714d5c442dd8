namespace AmoCrmQualification.Application.Campaigns;

/// <summary>
/// Stores ad spend, a row for a day of an ad or of a creative. A later row replaces the former one;
/// 0 takes a day back. All lines are taken, or none.
/// </summary>
public sealed record RecordAdSpendCommand(UserAccountId Account, AdSpendFile File) : IRequest<RecordedAdSpend>;

/// <param name="UnknownAds">Stored, and attributed as soon as their creative is known.</param>
/// <param name="Errors">Always empty: with errors nothing is accepted, and the answer is a refusal with this list.</param>
/// <param name="IgnoredColumns">Columns that mean nothing here.</param>
public sealed record RecordedAdSpend(
    int Accepted,
    IReadOnlyList<string> UnknownAds,
    IReadOnlyList<LineError> Errors,
    IReadOnlyList<string> IgnoredColumns
);
