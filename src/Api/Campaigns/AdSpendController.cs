using AmoCrmQualification.Api.Http.OpenApi;
using AmoCrmQualification.Application.Campaigns;
using AmoCrmQualification.Application.Campaigns.AdFiles;

namespace AmoCrmQualification.Api.Campaigns;

/// <summary>Ad spend by day.</summary>
[ApiController]
[Route("api/ad-spend")]
[Tags("Campaigns")]
public sealed class AdSpendController(IMediator mediator) : ControllerBase
{
    private const int MaxFile = 16 << 20;

    /// <summary>
    /// Stores ad spend by day and ad or creative: a file as an ad platform exports it, CSV or XLSX, as the body or as the part
    /// <c>file</c> of a form; CSV with the columns <c>date,ad_id,creative_id,spend,currency,impressions,clicks</c>; or JSON
    /// rows (a list, or <c>{rows}</c>). A day of an ad or creative replaces the former one; 0 removes it. With
    /// errors nothing is stored, and <c>errors</c> is a list of lines, each with a code. <c>columns</c> is JSON
    /// <c>{heading: meaning}</c> of an unknown file, remembered for files with the same headings; <c>{}</c> forgets it.
    /// <c>unit</c> is that of amounts where the file leaves it open.
    /// </summary>
    [HttpPost]
    [RequestSizeLimit(MaxFile)]
    [Problem(ProblemCodes.ValidationError, Reasons.LinesInvalid, Reasons.ValueInvalid)]
    public Task<RecordedAdSpend> Record(
        Guid userAccountId,
        [FromBody] AdSpendFile file,
        string? columns,
        AmountUnit? unit,
        CancellationToken cancellationToken
    ) => mediator.Send(new RecordAdSpendCommand(new(userAccountId), new(file, columns, unit)), cancellationToken);

    /// <summary>Reads a file as storing it would, and stores nothing: also its errors, its columns and its first rows.</summary>
    [HttpPost("preview")]
    [RequestSizeLimit(MaxFile)]
    [Problem(ProblemCodes.ValidationError, Reasons.ValueInvalid)]
    public Task<PreviewedAdSpend> Preview(
        Guid userAccountId,
        [FromBody] AdSpendFile file,
        string? columns,
        AmountUnit? unit,
        CancellationToken cancellationToken
    ) => mediator.Send(new PreviewAdSpendQuery(new(userAccountId), new(file, columns, unit)), cancellationToken);

    /// <summary>
    /// Lists ad spend, latest day first. <c>from</c> and <c>to</c> are days, both included; <c>search</c> is a part of the ad's id
    /// or name, or of the creative's title.
    /// </summary>
    [HttpGet]
    [Problem(ProblemCodes.ValidationError, Reasons.PeriodInverted, Reasons.CursorUnknown, Reasons.ValueOutOfRange)]
    public Task<Page<AdSpendView>> List(
        Guid userAccountId,
        Guid? creativeId,
        DateOnly? from,
        DateOnly? to,
        string? adId,
        string? search,
        int? limit,
        string? cursor,
        CancellationToken cancellationToken
    ) =>
        mediator.Send(
            new GetAdSpendQuery(new(userAccountId), new(from, to, creativeId, adId, search), new(limit, cursor)),
            cancellationToken
        );

    /// <summary>Sums the ad spend that the list holds under the same filter, by currency.</summary>
    [HttpGet("totals")]
    [Problem(ProblemCodes.ValidationError, Reasons.PeriodInverted)]
    public Task<AdSpendTotals> Totals(
        Guid userAccountId,
        Guid? creativeId,
        DateOnly? from,
        DateOnly? to,
        string? adId,
        string? search,
        CancellationToken cancellationToken
    ) => mediator.Send(new GetAdSpendTotalsQuery(new(userAccountId), new(from, to, creativeId, adId, search)), cancellationToken);

    /// <summary>Removes the spend of these days, of all ads or of one; what a later upload replaced is gone with it.</summary>
    [HttpDelete]
    [Problem(ProblemCodes.ValidationError, Reasons.PeriodInverted, Reasons.ValueMissing)]
    public Task<DeletedAdSpend> Delete(
        Guid userAccountId,
        DateOnly? from,
        DateOnly? to,
        string? adId,
        CancellationToken cancellationToken
    ) => mediator.Send(new DeleteAdSpendCommand(new(userAccountId), from, to, adId), cancellationToken);
}
