using AmoCrmQualification.Api.Analytics;
using AmoCrmQualification.Api.Http.OpenApi;
using AmoCrmQualification.Application.Leads;
using AmoCrmQualification.Application.Push;

namespace AmoCrmQualification.Api.Leads;

/// <summary>People who answered an advertisement.</summary>
[ApiController]
[Route("api/leads")]
[Tags("Leads")]
public sealed class LeadsController(IMediator mediator) : ControllerBase
{
    /// <summary>Creates a lead. The same Idempotency-Key with the same body returns the same lead with 200.</summary>
    [HttpPost]
    [ProducesResponseType<LeadView>(StatusCodes.Status201Created)]
    [ProducesResponseType<LeadView>(StatusCodes.Status200OK)]
    [Problem(
        ProblemCodes.ValidationError,
        Reasons.SourceTypeMissing,
        Reasons.ContactMissing,
        Reasons.PhoneWithoutDigits,
        Reasons.DirectionUnknown,
        Reasons.CreativeUnknown,
        Reasons.ValueOutOfRange
    )]
    [Problem(ProblemCodes.Conflict, Reasons.LeadAlreadyLinked, Reasons.IdempotencyKeyReused)]
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
    /// Lists leads, newest first. With a mode, days, won or a stage reached or lost from, these are the leads that the figures
    /// count: linked to a deal and not deleted. statusId and pipelineId filter by the current stage.
    /// </summary>
    [HttpGet]
    [Problem(
        ProblemCodes.ValidationError,
        Reasons.PeriodInverted,
        Reasons.DaysMissing,
        Reasons.IdInvalid,
        Reasons.CursorUnknown,
        Reasons.ValueOutOfRange
    )]
    public Task<Page<LeadView>> List(
        Guid userAccountId,
        [FromQuery] CohortForm filter,
        [FromQuery] LeadsForm which,
        int? limit,
        string? cursor,
        CancellationToken cancellationToken
    ) => mediator.Send(new GetLeadsQuery(which.ToFilter(filter.ToFilter(userAccountId)), new(limit, cursor)), cancellationToken);

    /// <summary>Returns a lead with its marks.</summary>
    [HttpGet("{id:guid}")]
    [Problem(ProblemCodes.NotFound, Reasons.LeadUnknown)]
    public Task<LeadView> Get(Guid id, CancellationToken cancellationToken) =>
        mediator.Send(new GetLeadQuery(id), cancellationToken);

    /// <summary>
    /// Marks a lead as a test (<c>is_test</c>), so that no figure counts it, or unmarks it. Corrects the creative that brought
    /// it, whatever its marks say: <c>creative_id</c>, null for none; <c>reset_attribution</c> lets its marks decide again.
    /// </summary>
    [HttpPatch("{id:guid}")]
    [Problem(ProblemCodes.ValidationError, Reasons.CreativeUnknown)]
    [Problem(ProblemCodes.NotFound, Reasons.LeadUnknown)]
    [Problem(ProblemCodes.Conflict, Reasons.LeadErased)]
    public Task<LeadView> Change(Guid id, LeadChange change, CancellationToken cancellationToken) =>
        mediator.Send(
            new ChangeLeadCommand(id, change.IsTest, change.CreativeId, change.ResetAttribution ?? false),
            cancellationToken
        );

    /// <summary>Returns the lead's stage changes, oldest first.</summary>
    [HttpGet("{id:guid}/status-history")]
    [Problem(ProblemCodes.NotFound, Reasons.LeadUnknown)]
    public Task<LeadHistory> History(Guid id, CancellationToken cancellationToken) =>
        mediator.Send(new GetLeadHistoryQuery(id), cancellationToken);

    /// <summary>Queues the lead for amoCRM, after a failure there or if it was created with <c>push: false</c>.</summary>
    [HttpPost("{id:guid}/push")]
    [ProducesResponseType<LeadView>(StatusCodes.Status202Accepted)]
    [Problem(ProblemCodes.NotFound, Reasons.LeadUnknown)]
    [Problem(ProblemCodes.Conflict, Reasons.LeadErased, Reasons.LeadAlreadyLinked)]
    public async Task<IActionResult> Push(Guid id, CancellationToken cancellationToken) =>
        Accepted(await mediator.Send(new RequestPushCommand(id), cancellationToken));

    /// <summary>Erases the personal data of a lead: contacts, message and payloads. Counted facts stay.</summary>
    [HttpDelete("{id:guid}")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [Problem(ProblemCodes.NotFound, Reasons.LeadUnknown)]
    public async Task<IActionResult> Erase(Guid id, CancellationToken cancellationToken)
    {
        await mediator.Send(new EraseLeadCommand(id), cancellationToken);
        return NoContent();
    }
}

/// <summary>A change of a lead; a <c>creative_id</c> that is left out stays, null says that no creative brought it.</summary>
public sealed record LeadChange(Optional<Guid> CreativeId, bool? IsTest = null, bool? ResetAttribution = null);
