using System.Globalization;
using Microsoft.AspNetCore.Mvc.Filters;

namespace AmoCrmQualification.Api.Http.Auth;

/// <summary>
/// Stands before routes that show or change an account's settings, connection and secrets: members work in their accounts, but
/// do not keep them. Another's account does not exist for them here either.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class NotForMembersAttribute : Attribute, IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        var caller = context.HttpContext.RequestServices.GetRequiredService<CurrentCaller>();
        if (caller.MayChangeAccounts)
            return;
        var account = Guid.Parse((string)context.RouteData.Values["id"]!, CultureInfo.InvariantCulture);
        throw new DomainException(
            caller.Accounts.Contains(new(account))
                ? Refusal.Forbidden(Reasons.RightMissing, "You may not change this account.")
                : Refusal.NotFound(Reasons.AccountUnknown, "account")
        );
    }

    public void OnResourceExecuted(ResourceExecutedContext context) { }
}
