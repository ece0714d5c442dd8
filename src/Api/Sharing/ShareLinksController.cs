using AmoCrmQualification.Api.Http.Auth;
using AmoCrmQualification.Api.Http.OpenApi;
using AmoCrmQualification.Api.People;
using AmoCrmQualification.Application.Sharing;
using AmoCrmQualification.Domain.Sharing;
using Microsoft.AspNetCore.Authorization;

namespace AmoCrmQualification.Api.Sharing;

/// <summary>Links to pages that are read without sign-in.</summary>
[ApiController]
[Route("api/share-links")]
[Tags("Sharing")]
public sealed class ShareLinksController(IMediator mediator) : ControllerBase
{
    /// <summary>Shares a page: its address reads the figures of that page, within the filter, and nothing else.</summary>
    [HttpPost]
    [ProducesResponseType<CreatedShareLink>(StatusCodes.Status201Created)]
    [Problem(
        ProblemCodes.ValidationError,
        Reasons.NameInvalid,
        Reasons.PasswordLengthInvalid,
        Reasons.DaysMissing,
        Reasons.PeriodInverted,
        Reasons.PipelineMissing,
        Reasons.PipelineUnknown,
        Reasons.DirectionUnknown,
        Reasons.CreativeUnknown
    )]
    public async Task<IActionResult> Create(Guid userAccountId, NewShareLink link, CancellationToken cancellationToken) =>
        StatusCode(
            StatusCodes.Status201Created,
            await mediator.Send(
                new CreateShareLinkCommand(new(userAccountId), link.Title, link.Page, link.Filter, link.ExpiresAt, link.Password),
                cancellationToken
            )
        );

    /// <summary>Lists the account's share links, newest first, without their addresses.</summary>
    [HttpGet]
    [Problem(ProblemCodes.ValidationError, Reasons.CursorUnknown, Reasons.ValueOutOfRange)]
    public Task<Page<ShareLinkView>> List(Guid userAccountId, int? limit, string? cursor, CancellationToken cancellationToken) =>
        mediator.Send(new GetShareLinksQuery(new(userAccountId), new(limit, cursor)), cancellationToken);

    /// <summary>Revokes a share link at once.</summary>
    [HttpDelete("{id:guid}")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [Problem(ProblemCodes.NotFound, Reasons.ShareLinkUnknown)]
    public async Task<IActionResult> Revoke(Guid id, CancellationToken cancellationToken)
    {
        await mediator.Send(new RevokeShareLinkCommand(id), cancellationToken);
        return NoContent();
    }

    /// <summary>Returns the page of the link whose token or key is the bearer.</summary>
    [HttpGet("current")]
    [Problem(ProblemCodes.Unauthorized, Reasons.SharePasswordMissing)]
    [Problem(ProblemCodes.Forbidden, Reasons.OutsideShare)]
    public Task<SharedPage> Current(CancellationToken cancellationToken) =>
        mediator.Send(new GetSharedPageQuery(HttpContext.Features.Get<ShareGrant>()!.Link), cancellationToken);

    /// <summary>Opens a link that has a password: returns a short-lived bearer key. Guesses are limited as those of sign-in.</summary>
    [HttpPost("session")]
    [AllowAnonymous]
    [ProducesResponseType<ShareSession>(StatusCodes.Status200OK)]
    [Problem(ProblemCodes.Unauthorized, Reasons.SharePasswordWrong)]
    [Problem(ProblemCodes.RateLimited, Reasons.TooManyAttempts)]
    public Task<ShareSession> Open(ShareCredentials given, CancellationToken cancellationToken) =>
        mediator.Send(new OpenShareLinkCommand(given.Token, given.Password, HttpContext.CallerAddress()), cancellationToken);
}

public sealed record NewShareLink(
    string? Title,
    SharePage? Page,
    ShareFilterView? Filter = null,
    DateTimeOffset? ExpiresAt = null,
    bool? HideContacts = null,
    string? Password = null
);

public sealed record ShareCredentials(string? Token, string? Password);
