namespace AmoCrmQualification.Application.Campaigns;

/// <summary>
/// Stores ad spend, a row for a day of an ad or of a creative. A later row replaces the former one;
/// 0 takes a day back. All lines are taken, or none.
/// </summary>
public sealed record RecordAdSpendCommand(UserAccountId Account, AdSpendUpload Upload) : IRequest<RecordedAdSpend>;
