using System.Text.Json;
using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Infrastructure.AmoCrm.Json;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

internal sealed class AmoAccounts(IAmoCrmApi amo) : IAmoAccounts
{
    public async Task<AmoAccountFacts> DescribeAsync(AmoDomain domain, string token, CancellationToken cancellationToken)
    {
        var call = AmoCall.With(new AmoAccessToken(domain, token));
        var account = await amo.GetAccountAsync(call, "datetime_settings", cancellationToken);
        if (account?.Id is not { } id)
            throw new AmoCallException(AmoFailure.Transient, status: null); // which account it is must be known
        return new(
            new(id),
            Given(account.Currency),
            ZoneName(account.Embedded?.DatetimeSettings?.Timezone),
            Given(account.Country)
        );
    }

    /// <summary>Returns a value that is no text as it came.</summary>
    private static string? ZoneName(JsonElement? zone) =>
        zone switch
        {
            null or { ValueKind: JsonValueKind.Null } => null,
            { } told => TolerantValues.Text(told) ?? told.GetRawText(),
        };

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
