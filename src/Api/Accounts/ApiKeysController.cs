using AmoCrmQualification.Api.Http.OpenApi;
using AmoCrmQualification.Application.Accounts;

namespace AmoCrmQualification.Api.Accounts;

/// <summary>Keys that act for one account.</summary>
[ApiController]
[Route("api/user-accounts/{id:guid}/api-keys")]
[Tags("Accounts")]
public sealed class ApiKeysController(IMediator mediator) : ControllerBase
{
    /// <summary>Issues an API key, which is shown only in this answer.</summary>
    [HttpPost]
    [ProducesResponseType<IssuedApiKey>(StatusCodes.Status201Created)]
    [Problem(ProblemCodes.ValidationError, Reasons.NameInvalid)]
    [Problem(ProblemCodes.NotFound, Reasons.AccountUnknown)]
    public async Task<IActionResult> Issue(Guid id, ApiKeyBody body, CancellationToken cancellationToken) =>
        StatusCode(
            StatusCodes.Status201Created,
            await mediator.Send(new IssueApiKeyCommand(new(id), body.Name), cancellationToken)
        );

    /// <summary>Lists the account's API keys, newest first, without the keys themselves.</summary>
    [HttpGet]
    [Problem(ProblemCodes.ValidationError, Reasons.CursorUnknown, Reasons.ValueOutOfRange)]
    [Problem(ProblemCodes.NotFound, Reasons.AccountUnknown)]
    public Task<Page<ApiKeyView>> List(Guid id, int? limit, string? cursor, CancellationToken cancellationToken) =>
        mediator.Send(new GetApiKeysQuery(new(id), new(limit, cursor)), cancellationToken);

    /// <summary>Revokes an API key at once.</summary>
    [HttpDelete("{keyId:guid}")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [Problem(ProblemCodes.NotFound, Reasons.AccountUnknown, Reasons.ApiKeyUnknown)]
    public async Task<IActionResult> Revoke(Guid id, Guid keyId, CancellationToken cancellationToken)
    {
        await mediator.Send(new RevokeApiKeyCommand(new(id), keyId), cancellationToken);
        return NoContent();
    }
}

public sealed record ApiKeyBody(string? Name);
