using AmoCrmQualification.Api.Http.OpenApi;
using AmoCrmQualification.Application.Digests;
using AmoCrmQualification.Domain.Digests;
using Microsoft.AspNetCore.Authorization;

namespace AmoCrmQualification.Api.Digests;

/// <summary>Messages about an account by Telegram and e-mail.</summary>
[ApiController]
[Route("api/digests")]
[Tags("Digests")]
public sealed class DigestsController(IMediator mediator) : ControllerBase
{
    /// <summary>Creates a digest. Without a chat, the answer's code sent to the bot as <c>/start code</c> links one.</summary>
    [HttpPost]
    [ProducesResponseType<DigestView>(StatusCodes.Status201Created)]
    [Problem(
        ProblemCodes.ValidationError,
        Reasons.EmailInvalid,
        Reasons.ChatInvalid,
        Reasons.TimeInvalid,
        Reasons.TimeZoneUnknown
    )]
    [Problem(ProblemCodes.Conflict, Reasons.EmailNotConfigured, Reasons.TelegramNotConfigured)]
    public async Task<IActionResult> Create(Guid userAccountId, NewDigest digest, CancellationToken cancellationToken) =>
        StatusCode(
            StatusCodes.Status201Created,
            await mediator.Send(
                new CreateDigestCommand(
                    new(userAccountId),
                    digest.Channel,
                    digest.To,
                    digest.When,
                    digest.At,
                    digest.TimeZone,
                    digest.Language
                ),
                cancellationToken
            )
        );

    /// <summary>Lists the account's digests, newest first, each with its last message.</summary>
    [HttpGet]
    [Problem(ProblemCodes.ValidationError, Reasons.CursorUnknown, Reasons.ValueOutOfRange)]
    public Task<Page<DigestView>> List(Guid userAccountId, int? limit, string? cursor, CancellationToken cancellationToken) =>
        mediator.Send(new GetDigestsQuery(new(userAccountId), new(limit, cursor)), cancellationToken);

    /// <summary>Changes what is given of a digest, pauses it or lets it go on.</summary>
    [HttpPatch("{id:guid}")]
    [Problem(
        ProblemCodes.ValidationError,
        Reasons.EmailInvalid,
        Reasons.ChatInvalid,
        Reasons.TimeInvalid,
        Reasons.TimeZoneUnknown
    )]
    [Problem(ProblemCodes.NotFound, Reasons.DigestUnknown)]
    [Problem(ProblemCodes.Conflict, Reasons.DigestUnsubscribed)]
    public Task<DigestView> Change(Guid id, DigestChange change, CancellationToken cancellationToken) =>
        mediator.Send(
            new ChangeDigestCommand(id, change.To, change.When, change.At, change.TimeZone, change.Language, change.IsPaused),
            cancellationToken
        );

    /// <summary>Deletes a digest with its messages.</summary>
    [HttpDelete("{id:guid}")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [Problem(ProblemCodes.NotFound, Reasons.DigestUnknown)]
    public async Task<IActionResult> Delete(Guid id, CancellationToken cancellationToken)
    {
        await mediator.Send(new DeleteDigestCommand(id), cancellationToken);
        return NoContent();
    }

    /// <summary>Sends a digest now, out of turn; the digest's last message shows how that ends.</summary>
    [HttpPost("{id:guid}/send")]
    [ProducesResponseType<DigestView>(StatusCodes.Status202Accepted)]
    [Problem(ProblemCodes.NotFound, Reasons.DigestUnknown)]
    [Problem(ProblemCodes.Conflict, Reasons.DigestNotLinked, Reasons.DigestPaused)]
    public async Task<IActionResult> Send(Guid id, CancellationToken cancellationToken) =>
        StatusCode(StatusCodes.Status202Accepted, await mediator.Send(new SendDigestCommand(id), cancellationToken));

    /// <summary>Shows the page that asks before it ends a digest: for mail programs that only open the link of their e-mails.</summary>
    [HttpGet("unsubscription/{code}")]
    [AllowAnonymous]
    [ProducesResponseType(StatusCodes.Status302Found)]
    public IActionResult Unsubscription(string code) => LocalRedirect($"/unsubscribe/{Uri.EscapeDataString(code)}");

    /// <summary>Ends a digest by the code in its e-mails, as mail programs do (RFC 8058).</summary>
    [HttpPost("unsubscription/{code}")]
    [AllowAnonymous]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [Problem(ProblemCodes.NotFound, Reasons.DigestUnknown)]
    public async Task<IActionResult> Unsubscribe(string code, CancellationToken cancellationToken)
    {
        await mediator.Send(new UnsubscribeCommand(code), cancellationToken);
        return NoContent();
    }
}

public sealed record NewDigest(
    DigestChannel? Channel,
    DigestFrequency? When,
    string? At,
    string? To = null,
    string? TimeZone = null,
    DigestLanguage? Language = null
);

public sealed record DigestChange(
    string? To = null,
    DigestFrequency? When = null,
    string? At = null,
    string? TimeZone = null,
    DigestLanguage? Language = null,
    bool? IsPaused = null
);
