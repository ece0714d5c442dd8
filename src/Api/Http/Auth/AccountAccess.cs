using AmoCrmQualification.Application.Accounts;

namespace AmoCrmQualification.Api.Http.Auth;

/// <summary>Refuses an account that the caller may not use, or that does not exist.</summary>
internal sealed class AccountAccess(CurrentCaller caller, IMediator mediator)
{
    public async Task CheckAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        if (caller.MayUseEveryAccount)
            await mediator.Send(new GetAccountQuery(account), cancellationToken);
        else if (!caller.Accounts.Contains(account))
            throw new DomainException(Refusal.Forbidden(Reasons.AccountForbidden, "You may not use that account."));
    }
}
