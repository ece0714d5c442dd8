using AmoCrmQualification.Api.Http.OpenApi;
using AmoCrmQualification.Application.Campaigns;

namespace AmoCrmQualification.Api.Campaigns;

/// <summary>Ad spend by day.</summary>
[ApiController]
[Route("api/ad-spend")]
[Tags("Campaigns")]
public sealed class AdSpendController(IMediator mediator) : ControllerBase
{
    private const int MaxFile = 16 << 20;

    /// <summary>
    /// Stores ad spend by day and ad or creative: JSON rows (a list, or <c>{rows}</c>), or CSV with the columns
    /// <c>date,ad_id,creative_id,spend,currency,impressions,clicks</c>. A day of an ad or creative replaces the former one; 0
    /// removes it. With errors nothing is stored, and <c>errors</c> is a list of lines, each with a code.
    /// </summary>
    [HttpPost]
    [RequestSizeLimit(MaxFile)]
    [Problem(ProblemCodes.ValidationError, Reasons.LinesInvalid)]
    public Task<RecordedAdSpend> Record(Guid userAccountId, [FromBody] AdSpendFile file, CancellationToken cancellationToken) =>
        mediator.Send(new RecordAdSpendCommand(new(userAccountId), file), cancellationToken);

    /// <summary>Lists ad spend, latest day first; <c>from</c> and <c>to</c> are days, both included.</summary>
    [HttpGet]
    [Problem(ProblemCodes.ValidationError, Reasons.PeriodInverted, Reasons.CursorUnknown, Reasons.ValueOutOfRange)]
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
