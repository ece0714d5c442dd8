using System.Text.Json;
using AmoCrmQualification.Api.Http.Errors;
using AmoCrmQualification.Api.Http.OpenApi;
using AmoCrmQualification.Application.Webhooks;
using AmoCrmQualification.Infrastructure.Inbox;
using Microsoft.Extensions.Options;

namespace AmoCrmQualification.Api.Webhooks;

/// <summary>
/// Where amoCRM delivers. It has two seconds of patience, so nothing happens here but the check of the address and the
/// commit of the raw body; the writer is called directly, without the way through controllers.
/// </summary>
internal static class WebhookEndpoint
{
    private const string Route = "/api/webhooks/amocrm";

    public static bool IsDelivery(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.Path.StartsWithSegments(Route, StringComparison.OrdinalIgnoreCase);

    public static void MapAmoCrmWebhook(this IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(Route, ReceiveAsync)
            .AllowAnonymous()
            .DisableAntiforgery()
            .WithTags("Webhooks")
            .WithSummary("Stores a delivery of amoCRM; 200 once it is stored.")
            .AddOpenApiOperationTransformer(
                (operation, _, _) =>
                {
                    WebhookShape.Describe(operation);
                    return Task.CompletedTask;
                }
            )
            .Produces<WebhookAcknowledgement>()
            .WithMetadata(
                new ProblemAttribute(ProblemCodes.MissingUserId, Reasons.UserIdMissing),
                new ProblemAttribute(ProblemCodes.Unauthorized, Reasons.SignatureWrong),
                new ProblemAttribute(ProblemCodes.PayloadTooLarge, Reasons.BodyTooLarge),
                new ProblemAttribute(ProblemCodes.Unavailable, Reasons.DeliveryNotStored)
            )
            .ShortCircuit(); // the address is the only credential: nothing to authenticate, no other origin to allow

        routes
            .MapGet(Route, () => Results.Ok())
            .AllowAnonymous()
            .WithTags("Webhooks")
            .WithSummary("Health probe: amoCRM calls it when the address is saved.");
    }

    private static async Task<IResult> ReceiveAsync(
        HttpContext http,
        IWebhookSecrets secrets,
        InboxWriter inbox,
        [FromQuery(Name = "user_id")] string? userId = null,
        string? sig = null
    )
    {
        if (string.IsNullOrEmpty(userId))
            return Problem(
                StatusCodes.Status400BadRequest,
                ProblemCodes.MissingUserId,
                Reasons.UserIdMissing,
                "The address lacks user_id."
            );

        // An unknown account and a wrong signature look alike.
        if (!Guid.TryParse(userId, out var id) || !await secrets.IsAuthenticAsync(new(id), sig, http.RequestAborted))
            return Problem(
                StatusCodes.Status401Unauthorized,
                ProblemCodes.Unauthorized,
                Reasons.SignatureWrong,
                "This address is not signed by us."
            );

        if (await WebhookBody.ReadAsync(http.Request) is not { } body)
            return Problem(
                StatusCodes.Status413PayloadTooLarge,
                ProblemCodes.PayloadTooLarge,
                Reasons.BodyTooLarge,
                "A delivery has at most 1 MiB."
            );

        return await inbox.StoreAsync(new UserAccountId(id), body, WebhookBody.EncodingOf(http.Request, body))
            ? Acknowledged.Instance
            : Problem(
                StatusCodes.Status503ServiceUnavailable,
                ProblemCodes.Unavailable,
                Reasons.DeliveryNotStored,
                "The delivery could not be stored in time. Please repeat it."
            );
    }

    private static IResult Problem(int status, string code, string reason, string title) =>
        Results.Problem(Problems.Create(status, code, reason, title));
}

/// <summary>The one answer to every stored delivery, serialized once.</summary>
internal sealed class Acknowledged : IResult
{
    public static readonly Acknowledged Instance = new();

    private byte[]? _json;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        _json ??= JsonSerializer.SerializeToUtf8Bytes(
            WebhookAcknowledgement.Received,
            httpContext
                .RequestServices.GetRequiredService<IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>>()
                .Value.SerializerOptions
        );
        var response = httpContext.Response;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = _json.Length;
        return response.Body.WriteAsync(_json, httpContext.RequestAborted).AsTask();
    }
}

/// <summary>Answer to a stored delivery.</summary>
public sealed record WebhookAcknowledgement(bool Success, string Message)
{
    internal static readonly WebhookAcknowledgement Received = new(true, "Webhook received, processing in background");
}
