namespace AmoCrmQualification.Application.Campaigns;

/// <summary>Reads a file of ad spend as <see cref="RecordAdSpendCommand"/> would, and stores nothing.</summary>
public sealed record PreviewAdSpendQuery(UserAccountId Account, AdSpendUpload Upload) : IRequest<PreviewedAdSpend>;
