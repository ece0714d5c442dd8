using AmoCrmQualification.Api.Http.OpenApi;
using AmoCrmQualification.Application.Campaigns;

namespace AmoCrmQualification.Api.Campaigns;

/// <summary>Creatives and the ads that run them.</summary>
[ApiController]
[Route("api/creatives")]
[Tags("Campaigns")]
public sealed class CreativesController(IMediator mediator) : ControllerBase
{
    /// <summary>Creates a creative.</summary>
    [HttpPost]
    [ProducesResponseType<CreativeView>(StatusCodes.Status201Created)]
    [Problem(
        ProblemCodes.ValidationError,
        Reasons.NameInvalid,
        Reasons.AdIdsInvalid,
        Reasons.AdIdsDamaged,
        Reasons.MarksInvalid,
        Reasons.AddressInvalid,
        Reasons.ValueTooLong,
        Reasons.DirectionUnknown
    )]
    [Problem(ProblemCodes.Conflict, Reasons.AdTaken, Reasons.MarkTaken)]
    public async Task<IActionResult> Create(Guid userAccountId, NewCreativeBody body, CancellationToken cancellationToken) =>
        StatusCode(
            StatusCodes.Status201Created,
            await mediator.Send(new CreateCreativeCommand(new(userAccountId), body.ToDetails()), cancellationToken)
        );

    /// <summary>Creates a creative of each title in a list of ads, with the spend and leads of these ads.</summary>
    [HttpPost("from-ads")]
    [ProducesResponseType<CreatedCreatives>(StatusCodes.Status201Created)]
    [Problem(
        ProblemCodes.ValidationError,
        Reasons.NameInvalid,
        Reasons.AdIdsInvalid,
        Reasons.AdIdsDamaged,
        Reasons.DirectionUnknown
    )]
    [Problem(ProblemCodes.Conflict, Reasons.AdTaken)]
    public async Task<IActionResult> CreateFromAds(
        Guid userAccountId,
        CreativesFromAdsBody body,
        CancellationToken cancellationToken
    ) =>
        StatusCode(
            StatusCodes.Status201Created,
            await mediator.Send(
                new CreateCreativesFromAdsCommand(new(userAccountId), body.Ads, body.DirectionId),
                cancellationToken
            )
        );

    /// <summary>Creates a creative of each value of a mark, named after it, with the leads that bear it.</summary>
    [HttpPost("from-marks")]
    [ProducesResponseType<MarkedCreatives>(StatusCodes.Status201Created)]
    [Problem(ProblemCodes.ValidationError, Reasons.MarksInvalid, Reasons.DirectionUnknown)]
    [Problem(ProblemCodes.Conflict, Reasons.MarkTaken)]
    public async Task<IActionResult> CreateFromMarks(
        Guid userAccountId,
        CreativesFromMarksBody body,
        CancellationToken cancellationToken
    ) =>
        StatusCode(
            StatusCodes.Status201Created,
            await mediator.Send(
                new CreateCreativesFromMarksCommand(new(userAccountId), body.Code, body.Values, body.DirectionId),
                cancellationToken
            )
        );

    /// <summary>Lists the account's creatives, newest first.</summary>
    [HttpGet]
    [Problem(ProblemCodes.ValidationError, Reasons.CursorUnknown, Reasons.ValueOutOfRange)]
    public Task<Page<CreativeView>> List(Guid userAccountId, int? limit, string? cursor, CancellationToken cancellationToken) =>
        mediator.Send(new GetCreativesQuery(new(userAccountId), new(limit, cursor)), cancellationToken);

    /// <summary>
    /// Changes the given properties of a creative; a null <c>direction_id</c> removes the direction, <c>ad_ids</c> and
    /// <c>marks</c> replace the creative's. Leads with one of them are attributed to the creative, leads that lost theirs
    /// are attributed anew.
    /// </summary>
    [HttpPatch("{id:guid}")]
    [Problem(
        ProblemCodes.ValidationError,
        Reasons.NameInvalid,
        Reasons.AdIdsInvalid,
        Reasons.AdIdsDamaged,
        Reasons.MarksInvalid,
        Reasons.AddressInvalid,
        Reasons.ValueTooLong,
        Reasons.DirectionUnknown
    )]
    [Problem(ProblemCodes.NotFound, Reasons.CreativeUnknown)]
    [Problem(ProblemCodes.Conflict, Reasons.AdTaken, Reasons.MarkTaken)]
    public Task<CreativeView> Change(Guid id, CreativeBody body, CancellationToken cancellationToken) =>
        mediator.Send(new ChangeCreativeCommand(id, body.ToDetails(), body.IsArchived), cancellationToken);

    /// <summary>Deletes a creative; one with leads or spend is archived instead, and keeps its figures.</summary>
    [HttpDelete("{id:guid}")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [Problem(ProblemCodes.NotFound, Reasons.CreativeUnknown)]
    public async Task<IActionResult> Delete(Guid id, CancellationToken cancellationToken)
    {
        await mediator.Send(new DeleteCreativeCommand(id), cancellationToken);
        return NoContent();
    }
}

/// <summary>A new creative: <c>platform</c> in your own words, <c>preview_url</c> a picture or a page that shows it.</summary>
public sealed record NewCreativeBody(
    string? Title = null,
    Guid? DirectionId = null,
    IReadOnlyList<string>? AdIds = null,
    IReadOnlyList<CreativeMarkView>? Marks = null,
    string? Platform = null,
    string? PreviewUrl = null
)
{
    internal CreativeDetails ToDetails() => new(Title, new(true, DirectionId), AdIds, Marks, Platform, PreviewUrl);
}

/// <summary>A change of a creative; an empty text takes <c>platform</c> or <c>preview_url</c> away.</summary>
public sealed record CreativeBody(
    Optional<Guid> DirectionId,
    string? Title = null,
    IReadOnlyList<string>? AdIds = null,
    IReadOnlyList<CreativeMarkView>? Marks = null,
    string? Platform = null,
    string? PreviewUrl = null,
    bool? IsArchived = null
)
{
    internal CreativeDetails ToDetails() => new(Title, DirectionId, AdIds, Marks, Platform, PreviewUrl);
}

public sealed record CreativesFromAdsBody(IReadOnlyList<TitledAd>? Ads = null, Guid? DirectionId = null);

public sealed record CreativesFromMarksBody(string? Code = null, IReadOnlyList<string>? Values = null, Guid? DirectionId = null);
