using AmoCrmQualification.Application.Campaigns;

namespace AmoCrmQualification.Api.Campaigns;

/// <summary>What advertising cost, day by day.</summary>
[ApiController]
[Route("api/ad-spend")]
[Tags("Campaigns")]
public sealed class AdSpendController(IMediator mediator) : ControllerBase
{
    private const int MaxFile = 16 << 20;

    /// <summary>
    /// Stores what ads or creatives cost: JSON rows (a list, or <c>{rows}</c>), or CSV with the columns
    /// <c>date,ad_id,creative_id,spend,currency,impressions,clicks</c>. A day of an ad or creative that is told again is
    /// replaced; 0 takes it back. With errors nothing is stored, and <c>errors</c> is a list of lines, each with a code.
    /// </summary>
    [HttpPost]
    [RequestSizeLimit(MaxFile)]
    public Task<RecordedAdSpend> Record(Guid userAccountId, [FromBody] AdSpendFile file, CancellationToken cancellationToken) =>
        mediator.Send(new RecordAdSpendCommand(new(userAccountId), file), cancellationToken);

    /// <summary>Ad spend, the latest day first. <c>from</c> and <c>to</c> are days, both included.</summary>
    [HttpGet]
    public Task<Page<AdSpendView>> List(
        Guid userAccountId,
        Guid? creativeId,
        DateOnly? from,
        DateOnly? to,
        int? limit,
        string? cursor,
        CancellationToken cancellationToken
    ) => mediator.Send(new GetAdSpendQuery(new(userAccountId), creativeId, from, to, new(limit, cursor)), cancellationToken);
}
