namespace AmoCrmQualification.Application.Pipelines;

/// <summary>Recalculates leads after the meaning of stages changed. Needs the account alone.</summary>
public interface IQualification
{
    /// <summary>
    /// <c>is_qualified</c> of every lead now in these stages, <c>first_qualified_at</c> of every lead that ever entered
    /// one of them. Answers how many leads changed their <c>is_qualified</c>.
    /// </summary>
    Task<int> RecalculateAsync(UserAccountId account, IReadOnlyCollection<Stage> stages, CancellationToken cancellationToken);
}
