using System.Collections.Immutable;
using AmoCrmQualification.Api.Http.OpenApi;
using AmoCrmQualification.Application.Accounts;
using AmoCrmQualification.Application.Analytics;

namespace AmoCrmQualification.Api.Accounts;

/// <summary>The agency's clients.</summary>
[ApiController]
[Route("api/user-accounts")]
[Tags("Accounts")]
public sealed class AccountsController(IMediator mediator) : ControllerBase
{
    /// <summary>Creates an account; with a token it is connected to amoCRM at once.</summary>
    [HttpPost]
    [ProducesResponseType<AccountView>(StatusCodes.Status201Created)]
    [Problem(
        ProblemCodes.ValidationError,
        Reasons.NameInvalid,
        Reasons.CurrencyInvalid,
        Reasons.TimeZoneUnknown,
        Reasons.CountryUnknown,
        Reasons.PipelinesInvalid,
        Reasons.DomainInvalid,
        Reasons.DomainMissing,
        Reasons.TokenMalformed
    )]
    [Problem(ProblemCodes.Conflict, Reasons.AmoCrmAccountTaken)]
    [CallsAmoCrm]
    public async Task<IActionResult> Create(CreateAccountCommand command, CancellationToken cancellationToken)
    {
        var account = await mediator.Send(command, cancellationToken);
        return CreatedAtAction(nameof(Get), new { id = account.Id }, account);
    }

    /// <summary>Lists the accounts that the caller may use, newest first; with isArchived=true only archived ones.</summary>
    [HttpGet]
    [Problem(ProblemCodes.ValidationError, Reasons.CursorUnknown, Reasons.ValueOutOfRange)]
    public Task<Page<AccountView>> List(bool? isArchived, int? limit, string? cursor, CancellationToken cancellationToken) =>
        mediator.Send(new GetAccountsQuery(isArchived ?? false, new(limit, cursor)), cancellationToken);

    /// <summary>Returns an account.</summary>
    [HttpGet("{id:guid}")]
    [Problem(ProblemCodes.NotFound, Reasons.AccountUnknown)]
    public Task<AccountView> Get(Guid id, CancellationToken cancellationToken) =>
        mediator.Send(new GetAccountQuery(new(id)), cancellationToken);

    /// <summary>Changes the given properties of an account, archives or restores it (<c>is_archived</c>). Null clears <c>push_…_id</c> and leaves all others.</summary>
    [HttpPatch("{id:guid}")]
    [Problem(
        ProblemCodes.ValidationError,
        Reasons.NameInvalid,
        Reasons.CurrencyInvalid,
        Reasons.TimeZoneUnknown,
        Reasons.CountryUnknown,
        Reasons.PipelinesInvalid,
        Reasons.PipelineMissing,
        Reasons.PipelineUnknown,
        Reasons.StageNotOpen,
        Reasons.IdInvalid
    )]
    [Problem(ProblemCodes.NotFound, Reasons.AccountUnknown)]
    public Task<AccountView> Change(Guid id, AccountChange change, CancellationToken cancellationToken) =>
        mediator.Send(
            new ChangeAccountCommand(
                new(id),
                change.Name,
                change.Currency,
                change.TimeZone,
                change.DefaultCountry,
                change.PushLeads,
                change.AdoptDeals,
                change.AdoptFrom,
                change.AdoptPipelines,
                change.HorizonDays,
                change.IsArchived,
                new(change.PushPipelineId, change.PushStatusId, change.PushResponsibleUserId)
            ),
            cancellationToken
        );

    /// <summary>Previews the verdicts that another <c>horizon_days</c> would give; changes nothing.</summary>
    [HttpGet("{id:guid}/horizon-impact")]
    [Problem(ProblemCodes.ValidationError)]
    [Problem(ProblemCodes.NotFound, Reasons.AccountUnknown)]
    public Task<HorizonImpact> HorizonImpact(
        Guid id,
        [FromQuery(Name = "horizon_days")] int horizonDays,
        CancellationToken cancellationToken
    ) => mediator.Send(new GetHorizonImpactQuery(new(id), horizonDays), cancellationToken);

    /// <summary>Replaces the webhook address; the former stays valid for a day unless it is revoked.</summary>
    [HttpPost("{id:guid}/webhook-secret")]
    [Problem(ProblemCodes.NotFound, Reasons.AccountUnknown)]
    public Task<AccountView> RotateWebhookSecret(
        Guid id,
        [FromBody(EmptyBodyBehavior = Microsoft.AspNetCore.Mvc.ModelBinding.EmptyBodyBehavior.Allow)] SecretRotation? rotation,
        CancellationToken cancellationToken
    ) => mediator.Send(new RotateWebhookSecretCommand(new(id), rotation?.RevokeFormer ?? false), cancellationToken);
}

public sealed record AccountChange(
    string? Name,
    string? Currency,
    string? TimeZone,
    string? DefaultCountry,
    bool? PushLeads,
    Optional<long> PushPipelineId,
    Optional<long> PushStatusId,
    Optional<long> PushResponsibleUserId,
    Optional<DateOnly> AdoptFrom,
    Optional<ImmutableArray<long>> AdoptPipelines,
    bool? IsArchived = null,
    int? HorizonDays = null,
    AdoptDeals? AdoptDeals = null
);

public sealed record SecretRotation(bool? RevokeFormer);
