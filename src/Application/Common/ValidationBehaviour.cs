using FluentValidation;

namespace AmoCrmQualification.Application.Common;

/// <summary>Checks the shape of a request before anything else is done with it.</summary>
internal sealed class ValidationBehaviour<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    public async Task<TResponse> Handle(
        TRequest request,
        CancellationToken cancellationToken,
        RequestHandlerDelegate<TResponse> next
    )
    {
        foreach (var validator in validators)
            await validator.ValidateAndThrowAsync(request, cancellationToken);

        return await next();
    }
}
