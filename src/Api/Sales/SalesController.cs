using AmoCrmQualification.Application.Sales;

namespace AmoCrmQualification.Api.Sales;

/// <summary>What closed deals brought.</summary>
[ApiController]
[Route("api/sales")]
[Tags("Sales")]
public sealed class SalesController(IMediator mediator) : ControllerBase
{
    /// <summary>Sales, newest first; of one lead with <c>leadId</c>. Only <c>paid</c> counts as revenue.</summary>
    [HttpGet]
    public Task<Page<SaleView>> List(
        Guid userAccountId,
        Guid? leadId,
        int? limit,
        string? cursor,
        CancellationToken cancellationToken
    ) => mediator.Send(new GetSalesQuery(new(userAccountId), leadId, new(limit, cursor)), cancellationToken);
}
