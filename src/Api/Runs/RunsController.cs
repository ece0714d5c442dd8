using AmoCrmQualification.Application.Data;
using AmoCrmQualification.Application.Runs;

namespace AmoCrmQualification.Api.Runs;

/// <summary>Work on all of an account at amoCRM, and how far it has got.</summary>
[ApiController]
[Tags("Runs")]
public sealed class RunsController(IMediator mediator) : ControllerBase
{
    /// <summary>Requests a reconciliation, which begins as soon as no other run of the account is under way. Requested again before that, it is the same one.</summary>
    [HttpPost("api/amocrm/reconcile")]
    [ProducesResponseType<RequestedRun>(StatusCodes.Status202Accepted)]
    public async Task<AcceptedResult> Reconcile(Guid userAccountId, CancellationToken cancellationToken) =>
        Accepted(await mediator.Send(new RequestRunCommand(new(userAccountId), RunKind.Reconciliation), cancellationToken));

    /// <summary>Runs, newest first.</summary>
    [HttpGet("api/sync-runs")]
    public Task<Page<SyncRunView>> List(Guid userAccountId, int? limit, string? cursor, CancellationToken cancellationToken) =>
        mediator.Send(new GetSyncRunsQuery(new(userAccountId), new(limit, cursor)), cancellationToken);
}
