using System.Globalization;
using System.Net.Mime;
using System.Security.Cryptography;
using System.Text.Json;
using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Application.Campaigns;
using AmoCrmQualification.Infrastructure.Persistence;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Diagnostics;

namespace AmoCrmQualification.Api.Http.Errors;

/// <summary>The only place where an exception becomes an answer. What it does not know is a bug: 500, logged, without details.</summary>
internal sealed class ProblemDetailsHandler(ILogger<ProblemDetailsHandler> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
            return true;

        if (exception is DomainException { Refusal.RetryAfter: { } wait })
            httpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var problem = ProblemOf(exception);
        if (problem.Status == StatusCodes.Status500InternalServerError || exception is CryptographicException)
            log.LogError(exception, "A request failed");
        if (IsPersonOnHisWay(httpContext))
            httpContext.Response.Redirect(LandsInWebAppAttribute.Landing(Problems.ReasonOf(problem)));
        else
            await Problems.WriteAsync(httpContext, problem);
        return true;
    }

    private static bool IsPersonOnHisWay(HttpContext http) =>
        http.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.Metadata.GetMetadata<LandsInWebAppAttribute>() is not null
        && http.Request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType == MediaTypeNames.Text.Html);

    internal static ProblemDetails ProblemOf(Exception exception) =>
        exception switch
        {
            ValidationException invalid => Problems.OfFields([.. invalid.Errors.Select(FaultOf)]),
            InvalidLinesException invalid => Problems.OfLines(invalid.Errors),
            DomainException { Refusal: var refusal } => ProblemOf(refusal),
            AmoCallException failed => ProblemOf(failed),
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Problems.Create(
                StatusCodes.Status413PayloadTooLarge,
                ProblemCodes.PayloadTooLarge,
                Reasons.BodyTooLarge,
                "The body is too large."
            ),
            BadHttpRequestException bad => Problems.Create(
                bad.StatusCode,
                ProblemCodes.ValidationError,
                Reasons.RequestMalformed,
                "The request is not valid."
            ),
            CryptographicException => Problems.Create(
                StatusCodes.Status503ServiceUnavailable,
                ProblemCodes.Unavailable,
                Reasons.SecretsClosed,
                "Stored secrets cannot be opened now. Try again later."
            ),
            _ when DatabaseFailures.Classify(exception) is { } refusal => ProblemOf(refusal),
            _ => Problems.Create(
                StatusCodes.Status500InternalServerError,
                ProblemCodes.InternalError,
                Reasons.UnexpectedFailure,
                "Something went wrong on our side."
            ),
        };

    private static ProblemDetails ProblemOf(Refusal refusal) =>
        refusal.Field is { } field
            ? Problems.OfFields([new(field, refusal.Reason, refusal.Message)])
            : Problems.Create(StatusOf(refusal.Kind), refusal.Code, refusal.Reason, refusal.Message);

    private static ProblemDetails ProblemOf(AmoCallException failed)
    {
        if (failed.Failure == AmoFailure.NeedsReauthorization)
            return Problems.Create(
                StatusCodes.Status409Conflict,
                ProblemCodes.AmoCrmReauthorizationRequired,
                Reasons.TokenRefused,
                "amoCRM refuses the token: connect the account anew."
            );

        var problem = Problems.Create(
            StatusCodes.Status502BadGateway,
            ProblemCodes.AmoCrmUnavailable,
            failed.HostMayHaveMoved ? Reasons.DomainUnknown
                : failed.Failure == AmoFailure.Permanent ? Reasons.AmoCrmRefused
                : Reasons.AmoCrmFailing,
            "amoCRM did not fulfil the request."
        );
        problem.Detail = failed.Sentence;
        problem.Extensions["amocrm_status"] = failed.Status;
        return problem;
    }

    // No default arm: a new kind of refusal does not compile until it is given a status.
    private static int StatusOf(RefusalKind kind) =>
        kind switch
        {
            RefusalKind.Invalid => StatusCodes.Status400BadRequest,
            RefusalKind.Unauthorized => StatusCodes.Status401Unauthorized,
            RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
            RefusalKind.NotFound => StatusCodes.Status404NotFound,
            RefusalKind.Conflict => StatusCodes.Status409Conflict,
            RefusalKind.TooMany => StatusCodes.Status429TooManyRequests,
            RefusalKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        };

    private static FieldFault FaultOf(ValidationFailure failure) =>
        new(FieldName(failure.PropertyName), FieldFault.ReasonOf(failure.ErrorCode), failure.ErrorMessage);

    /// <summary>The field as the caller spells it, without the parts of our own requests.</summary>
    internal static string FieldName(string property) =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName(property[(property.LastIndexOf('.') + 1)..]);
}
