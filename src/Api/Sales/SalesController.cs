using AmoCrmQualification.Api.Http.OpenApi;
using AmoCrmQualification.Application.Sales;

namespace AmoCrmQualification.Api.Sales;

/// <summary>Sales from closed deals.</summary>
[ApiController]
[Route("api/sales")]
[Tags("Sales")]
public sealed class SalesController(IMediator mediator) : ControllerBase
{
    /// <summary>Lists sales, newest first; with <c>leadId</c> those of one lead. Only <c>paid</c> counts as revenue.</summary>
    [HttpGet]
    [Problem(ProblemCodes.ValidationError, Reasons.CursorUnknown, Reasons.ValueOutOfRange)]
    public Task<Page<SaleView>> List(
        Guid userAccountId,
        Guid? leadId,
        int? limit,
        string? cursor,
        CancellationToken cancellationToken
    ) => mediator.Send(new GetSalesQuery(new(userAccountId), leadId, new(limit, cursor)), cancellationToken);
}
