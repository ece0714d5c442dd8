using AmoCrmQualification.Application.Matching;

namespace AmoCrmQualification.Api.Matching;

/// <summary>Deals whose phone several leads have: a person says whose they are.</summary>
[ApiController]
[Route("api/lead-matches")]
[Tags("Leads")]
public sealed class LeadMatchesController(IMediator mediator) : ControllerBase
{
    /// <summary>What waits for a person, newest first, each with the leads it may belong to.</summary>
    [HttpGet]
    public Task<Page<LeadMatchView>> List(Guid userAccountId, int? limit, string? cursor, CancellationToken cancellationToken) =>
        mediator.Send(new GetLeadMatchesQuery(new(userAccountId), new(limit, cursor)), cancellationToken);

    /// <summary>Links the deal with a lead for good (<c>lead_id</c>), or leaves it alone for good (<c>ignore</c>).</summary>
    [HttpPost("{id:guid}")]
    public Task<LeadMatchView> Decide(Guid id, MatchDecision decision, CancellationToken cancellationToken) =>
        mediator.Send(new DecideLeadMatchCommand(id, decision.LeadId, decision.Ignore), cancellationToken);
}

public sealed record MatchDecision(Guid? LeadId = null, bool? Ignore = null);
