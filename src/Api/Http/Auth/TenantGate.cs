using Microsoft.AspNetCore.Mvc.Filters;

namespace AmoCrmQualification.Api.Http.Auth;

/// <summary>
/// Stands before every route that names an account by <c>userAccountId</c>: the caller must be allowed to use it, and it
/// must exist, before anything else of the request is looked at.
/// </summary>
internal sealed class TenantGate(AccountAccess access) : IAsyncResourceFilter
{
    public const string Parameter = "userAccountId";

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        if (context.ActionDescriptor.Parameters.Any(p => p.Name == Parameter))
            await CheckAsync(context.HttpContext);
        await next();
    }

    private async Task CheckAsync(HttpContext http)
    {
        var given = http.Request.Query[Parameter].ToString();
        if (given.Length == 0)
            throw new DomainException(
                new(
                    RefusalKind.Invalid,
                    ProblemCodes.MissingUserAccountId,
                    Reasons.UserAccountIdMissing,
                    "The query needs userAccountId."
                )
            );
        if (!Guid.TryParse(given, out var value))
            throw new DomainException(Refusal.Invalid(Parameter, Reasons.IdInvalid, "userAccountId is a UUID."));
        await access.CheckAsync(new(value), http.RequestAborted);
    }
}
