using AmoCrmQualification.Application.AmoConnection;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Infrastructure.AmoCrm.Wire;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

internal sealed class AmoAccounts(AmoClient amo) : IAmoAccounts
{
    public async Task<AmoAccountFacts> DescribeAsync(AmoDomain domain, string token, CancellationToken cancellationToken)
    {
        var account =
            await amo.SendAsync(
                new AmoAccess(domain, token),
                AmoCall.Get("/api/v4/account?with=datetime_settings"),
                AmoWireContext.Default.AccountWire,
                cancellationToken
            ) ?? throw new AmoCallException(AmoFailure.RetryLater, status: 204);
        return new(
            new(account.Id),
            Given(account.Currency),
            Given(account.Embedded?.DatetimeSettings?.Timezone),
            Given(account.Country)
        );
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
