using AmoCrmQualification.Api.Http.OpenApi;
using AmoCrmQualification.Application.Reporting;

namespace AmoCrmQualification.Api.Reporting;

/// <summary>The role by which a BI tool reads one account's figures from the database.</summary>
[ApiController]
[Route("api/user-accounts/{id:guid}/report-role")]
[Tags("Accounts")]
public sealed class ReportRoleController(IMediator mediator) : ControllerBase
{
    /// <summary>Makes the PostgreSQL role that reads the account's rows of the report views, or gives it a new password.</summary>
    [HttpPost]
    [ProducesResponseType<IssuedReportRole>(StatusCodes.Status201Created)]
    [Problem(ProblemCodes.NotFound, Reasons.AccountUnknown)]
    [Problem(ProblemCodes.Conflict, Reasons.DatabaseRightsMissing)]
    public async Task<IActionResult> Issue(Guid id, CancellationToken cancellationToken) =>
        StatusCode(StatusCodes.Status201Created, await mediator.Send(new IssueReportRoleCommand(new(id)), cancellationToken));

    /// <summary>Drops the account's role and ends its connections.</summary>
    [HttpDelete]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [Problem(ProblemCodes.NotFound, Reasons.AccountUnknown, Reasons.ReportRoleUnknown)]
    [Problem(ProblemCodes.Conflict, Reasons.DatabaseRightsMissing)]
    public async Task<IActionResult> Drop(Guid id, CancellationToken cancellationToken)
    {
        await mediator.Send(new DropReportRoleCommand(new(id)), cancellationToken);
        return NoContent();
    }
}
