using AmoCrmQualification.Application.Campaigns.AdFiles;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>A file of ad spend, with what its sender says of it.</summary>
/// <param name="Columns">JSON: the meaning of each heading of an unknown file; empty forgets what was remembered.</param>
/// <param name="Unit">The unit of its amounts, where the file leaves it open.</param>
public sealed record AdSpendUpload(AdSpendFile File, string? Columns = null, AmountUnit? Unit = null);
