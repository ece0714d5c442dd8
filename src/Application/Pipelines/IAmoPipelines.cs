using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Pipelines;

namespace AmoCrmQualification.Application.Pipelines;

/// <param name="Pipelines">How many pipelines amoCRM returned, those without stages included.</param>
public sealed record AmoPipelines(int Pipelines, IReadOnlyList<StageDescription> Stages);

public interface IAmoPipelines
{
    /// <summary>All pipelines of the account's amoCRM, with their stages.</summary>
    Task<AmoPipelines> GetAsync(UserAccountId account, CancellationToken cancellationToken);
}
