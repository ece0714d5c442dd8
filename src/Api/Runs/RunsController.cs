using AmoCrmQualification.Api.Http.OpenApi;
using AmoCrmQualification.Application.Data;
using AmoCrmQualification.Application.Runs;

namespace AmoCrmQualification.Api.Runs;

/// <summary>Work on all of an account at amoCRM, and how far it has got.</summary>
[ApiController]
[Tags("Runs")]
public sealed class RunsController(IMediator mediator) : ControllerBase
{
    /// <summary>Queues a reconciliation, which starts after the current run of the account. One that is already queued is returned.</summary>
    [HttpPost("api/amocrm/reconcile")]
    [ProducesResponseType<RequestedRun>(StatusCodes.Status202Accepted)]
    [Problem(ProblemCodes.AmoCrmNotConnected, Reasons.AmoCrmNotConnected)]
    public async Task<AcceptedResult> Reconcile(Guid userAccountId, CancellationToken cancellationToken) =>
        Accepted(await mediator.Send(new RequestRunCommand(new(userAccountId), RunKind.Reconciliation), cancellationToken));

    /// <summary>Lists synchronization runs, newest first.</summary>
    [HttpGet("api/sync-runs")]
    [Problem(ProblemCodes.ValidationError, Reasons.CursorUnknown, Reasons.ValueOutOfRange)]
    public Task<Page<SyncRunView>> List(Guid userAccountId, int? limit, string? cursor, CancellationToken cancellationToken) =>
        mediator.Send(new GetSyncRunsQuery(new(userAccountId), new(limit, cursor)), cancellationToken);
}
