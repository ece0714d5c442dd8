using System.Text.Json;
using AmoCrmQualification.Application.Accounts;
using AmoCrmQualification.Application.Common;
using AmoCrmQualification.Application.Leads;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.AmoConnection;
using AmoCrmQualification.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace AmoCrmQualification.Application.AmoConnection;

/// <summary>Connects an account to amoCRM by a long-lived token, after asking amoCRM whose token it is.</summary>
internal sealed class AmoConnector(
    IAppDbContext db,
    IAmoAccounts amo,
    ISecretCipher cipher,
    IPhoneNumbers phones,
    TimeProvider clock
)
{
    /// <param name="given">What a person says of the account; it wins over what amoCRM says.</param>
    public async Task ConnectAsync(
        UserAccount account,
        AmoDomain domain,
        string token,
        AccountDetails given,
        CancellationToken cancellationToken
    )
    {
        var facts = await amo.DescribeAsync(domain, token, cancellationToken);
        await RefuseIfConnectedElsewhereAsync(account.Id, facts.Id, cancellationToken);

        var hasDeals = await db.Leads.AnyAsync(l => l.UserAccountId == account.Id && l.AmocrmLeadId != null, cancellationToken);
        account.ConnectTo(facts.Id, domain, hasDeals);
        account.Change(
            new(
                Name: null,
                Currency: given.Currency ?? facts.Currency,
                TimeZone: given.TimeZone ?? (facts.TimeZone is { } zone && AccountRules.IsTimeZone(zone) ? zone : null),
                DefaultCountry: given.DefaultCountry
                    ?? (facts.Country is { } country && phones.KnowsCountry(country) ? country : null),
                PushLeads: null
            )
        );

        var connection = await db.Connections.SingleOrDefaultAsync(c => c.UserAccountId == account.Id, cancellationToken);
        if (connection is null)
            db.Connections.Add(connection = Connection.To(account.Id));
        connection.UseLongLivedToken(facts.Id, domain, cipher.Encrypt(token), ExpiryOf(token), clock.GetUtcNow());
    }

    private async Task RefuseIfConnectedElsewhereAsync(
        UserAccountId account,
        AmoAccountId amoAccount,
        CancellationToken cancellationToken
    )
    {
        // Whose account it is must not be learnt, but that it is taken must be, whatever accounts the caller may see.
        var elsewhere = await db
            .Connections.IgnoreQueryFilters()
            .AnyAsync(c => c.AmocrmAccountId == amoAccount && c.UserAccountId != account, cancellationToken);
        if (elsewhere)
            throw new DomainException(Refusal.Conflict("This amoCRM account is connected elsewhere."));
    }

    /// <summary>A long-lived token is opaque to us; when it happens to be a JWT, its expiry is worth showing.</summary>
    private static DateTimeOffset? ExpiryOf(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 3 || !System.Buffers.Text.Base64Url.IsValid(parts[1]))
            return null;
        try
        {
            using var claims = JsonDocument.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(parts[1]));
            return claims.RootElement.TryGetProperty("exp", out var exp) && exp.TryGetInt64(out var seconds)
                ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}
