namespace AmoCrmQualification.Application.Runs;

/// <summary>Does the work of runs of some kinds, a step at a time.</summary>
internal interface IRunStep
{
    IReadOnlyCollection<RunKind> Kinds { get; }

    /// <summary>Does the next step and keeps what it reached. Returns true when the run has ended.</summary>
    Task<bool> StepAsync(RunLease lease, CancellationToken cancellationToken);
}
