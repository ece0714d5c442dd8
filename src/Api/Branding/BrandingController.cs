using AmoCrmQualification.Api.Http.OpenApi;
using AmoCrmQualification.Application.Branding;
using Microsoft.AspNetCore.Authorization;

namespace AmoCrmQualification.Api.Branding;

/// <summary>The name, colour and logo of the installation.</summary>
[ApiController]
[Route("api/branding")]
[Tags("Sharing")]
public sealed class BrandingController(IMediator mediator) : ControllerBase
{
    private const int MostBytes = 200 * 1024;

    /// <summary>Returns name, colour and the address of the logo.</summary>
    [HttpGet]
    [AllowAnonymous]
    public Task<BrandingView> Get(CancellationToken cancellationToken) =>
        mediator.Send(new GetBrandingQuery(), cancellationToken);

    /// <summary>Changes name and colour; what is left out stays.</summary>
    [HttpPut]
    [Problem(ProblemCodes.ValidationError, Reasons.NameInvalid, Reasons.ColorInvalid)]
    public Task<BrandingView> Change(BrandingChange change, CancellationToken cancellationToken) =>
        mediator.Send(new ChangeBrandingCommand(change.Name, change.Color), cancellationToken);

    /// <summary>Returns the logo.</summary>
    [HttpGet("logo")]
    [AllowAnonymous]
    [ProducesResponseType<string>(StatusCodes.Status200OK, "image/png", "image/jpeg", "image/svg+xml")]
    [Problem(ProblemCodes.NotFound, Reasons.LogoUnknown)]
    public async Task<IActionResult> Logo(CancellationToken cancellationToken)
    {
        var logo = await mediator.Send(new GetLogoQuery(), cancellationToken);
        // Opened by itself it is a picture too, and nothing that runs.
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        return File(logo.Content, logo.MediaType);
    }

    /// <summary>Replaces the logo by the body: PNG, JPEG, or SVG, of which only the picture is kept, of at most 200 KiB.</summary>
    [HttpPut("logo")]
    [RequestSizeLimit(MostBytes)]
    [Problem(ProblemCodes.ValidationError, Reasons.LogoInvalid)]
    [Problem(ProblemCodes.PayloadTooLarge, Reasons.BodyTooLarge)]
    public async Task<BrandingView> ChangeLogo(CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await Request.Body.CopyToAsync(body, cancellationToken);
        return await mediator.Send(new ChangeLogoCommand(body.ToArray()), cancellationToken);
    }

    /// <summary>Removes the logo.</summary>
    [HttpDelete("logo")]
    public Task<BrandingView> RemoveLogo(CancellationToken cancellationToken) =>
        mediator.Send(new ChangeLogoCommand(Content: null), cancellationToken);
}

public sealed record BrandingChange(string? Name = null, string? Color = null);
