using AmoCrmQualification.Api.Http.OpenApi;
using AmoCrmQualification.Application.Matching;

namespace AmoCrmQualification.Api.Matching;

/// <summary>Deals whose phone several leads have: a person says whose they are.</summary>
[ApiController]
[Route("api/lead-matches")]
[Tags("Leads")]
public sealed class LeadMatchesController(IMediator mediator) : ControllerBase
{
    /// <summary>Lists the deals that wait for a decision, newest first, each with its candidate leads.</summary>
    [HttpGet]
    [Problem(ProblemCodes.ValidationError, Reasons.CursorUnknown, Reasons.ValueOutOfRange)]
    public Task<Page<LeadMatchView>> List(Guid userAccountId, int? limit, string? cursor, CancellationToken cancellationToken) =>
        mediator.Send(new GetLeadMatchesQuery(new(userAccountId), new(limit, cursor)), cancellationToken);

    /// <summary>Links the deal to a lead (<c>lead_id</c>) or ignores it (<c>ignore</c>), for good.</summary>
    [HttpPost("{id:guid}")]
    [Problem(ProblemCodes.ValidationError, Reasons.MatchDecisionUnclear, Reasons.LeadUnknown)]
    [Problem(ProblemCodes.NotFound, Reasons.MatchUnknown)]
    [Problem(
        ProblemCodes.Conflict,
        Reasons.MatchAlreadyDecided,
        Reasons.LeadAlreadyLinked,
        Reasons.LeadNotLinkable,
        Reasons.LeadErased
    )]
    public Task<LeadMatchView> Decide(Guid id, MatchDecision decision, CancellationToken cancellationToken) =>
        mediator.Send(new DecideLeadMatchCommand(id, decision.LeadId, decision.Ignore), cancellationToken);
}

public sealed record MatchDecision(Guid? LeadId = null, bool? Ignore = null);
