using AmoCrmQualification.Api.Analytics;
using AmoCrmQualification.Application.Leads;
using AmoCrmQualification.Application.Push;

namespace AmoCrmQualification.Api.Leads;

/// <summary>People who answered an advertisement.</summary>
[ApiController]
[Route("api/leads")]
[Tags("Leads")]
public sealed class LeadsController(IMediator mediator) : ControllerBase
{
    /// <summary>Takes in a lead. The same Idempotency-Key with the same body gives the same lead and 200.</summary>
    [HttpPost]
    [ProducesResponseType<LeadView>(StatusCodes.Status201Created)]
    [ProducesResponseType<LeadView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Create(
        Guid userAccountId,
        LeadDraft lead,
        [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey,
        CancellationToken cancellationToken
    )
    {
        var result = await mediator.Send(new IntakeLeadCommand(new(userAccountId), lead, idempotencyKey), cancellationToken);
        return result.IsNew ? CreatedAtAction(nameof(Get), new { id = result.Lead.Id }, result.Lead) : Ok(result.Lead);
    }

    /// <summary>
    /// Leads, newest first. With a mode, days, won or a stage that they reached or were lost from, these are the leads that
    /// the figures count: with a deal and not deleted. statusId, and pipelineId otherwise, are where they are now.
    /// </summary>
    [HttpGet]
    public Task<Page<LeadView>> List(
        Guid userAccountId,
        [FromQuery] CohortForm filter,
        [FromQuery] LeadsForm which,
        int? limit,
        string? cursor,
        CancellationToken cancellationToken
    ) =>
        mediator.Send(
            new GetLeadsQuery(
                filter.ToFilter(userAccountId),
                which.PipelineId,
                which.StatusId,
                which.IsQualified,
                which.AmocrmPush,
                new(which.Won, which.ReachedStatusId, which.ReachedOrPassedStatusId, which.LostFromStatusId),
                which.Search,
                new(limit, cursor)
            ),
            cancellationToken
        );

    [HttpGet("{id:guid}")]
    public Task<LeadView> Get(Guid id, CancellationToken cancellationToken) =>
        mediator.Send(new GetLeadQuery(id), cancellationToken);

    /// <summary>The lead's way through the stages, oldest first.</summary>
    [HttpGet("{id:guid}/status-history")]
    public Task<LeadHistory> History(Guid id, CancellationToken cancellationToken) =>
        mediator.Send(new GetLeadHistoryQuery(id), cancellationToken);

    /// <summary>Sends the lead to amoCRM in the background: one that was refused there, or that was kept here.</summary>
    [HttpPost("{id:guid}/push")]
    [ProducesResponseType<LeadView>(StatusCodes.Status202Accepted)]
    public async Task<IActionResult> Push(Guid id, CancellationToken cancellationToken) =>
        Accepted(await mediator.Send(new RequestPushCommand(id), cancellationToken));

    /// <summary>Forgets the person: contacts, message and payloads go, the counted facts stay.</summary>
    [HttpDelete("{id:guid}")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> Erase(Guid id, CancellationToken cancellationToken)
    {
        await mediator.Send(new EraseLeadCommand(id), cancellationToken);
        return NoContent();
    }
}
