using AmoCrmQualification.Application.Campaigns;

namespace AmoCrmQualification.Api.Campaigns;

/// <summary>What advertisements show, and the ads that run it.</summary>
[ApiController]
[Route("api/creatives")]
[Tags("Campaigns")]
public sealed class CreativesController(IMediator mediator) : ControllerBase
{
    [HttpPost]
    [ProducesResponseType<CreativeView>(StatusCodes.Status201Created)]
    public async Task<IActionResult> Create(Guid userAccountId, NewCreativeBody body, CancellationToken cancellationToken) =>
        StatusCode(
            StatusCodes.Status201Created,
            await mediator.Send(
                new CreateCreativeCommand(new(userAccountId), body.Title, body.DirectionId, body.AdIds),
                cancellationToken
            )
        );

    /// <summary>The account's creatives, newest first.</summary>
    [HttpGet]
    public Task<Page<CreativeView>> List(Guid userAccountId, int? limit, string? cursor, CancellationToken cancellationToken) =>
        mediator.Send(new GetCreativesQuery(new(userAccountId), new(limit, cursor)), cancellationToken);

    /// <summary>Changes what is given; a null <c>direction_id</c> takes the direction away, <c>ad_ids</c> replace the creative's ads. Leads that wait for one of them get the creative.</summary>
    [HttpPatch("{id:guid}")]
    public Task<CreativeView> Change(Guid id, CreativeBody body, CancellationToken cancellationToken) =>
        mediator.Send(new ChangeCreativeCommand(id, body.Title, body.DirectionId, body.AdIds), cancellationToken);
}

public sealed record NewCreativeBody(string? Title = null, Guid? DirectionId = null, IReadOnlyList<string>? AdIds = null);

public sealed record CreativeBody(Optional<Guid> DirectionId, string? Title = null, IReadOnlyList<string>? AdIds = null);
