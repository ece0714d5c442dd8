using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Application.Leads;
using AmoCrmQualification.Application.Phones;
using AmoCrmQualification.Application.Sales;
using AmoCrmQualification.Domain.Connections;

namespace AmoCrmQualification.Application.Connections;

/// <summary>Connects an account to amoCRM by a token, after asking amoCRM whose token it is.</summary>
internal sealed class AmoConnector(
    IAppDbContext db,
    IAmoAccounts amo,
    SalesRefresh sales,
    LeadBacklog leads,
    CatchUp catchUp,
    ISecretCipher cipher,
    IPhoneNumbers phones,
    TimeProvider clock
)
{
    public Task ConnectAsync(
        UserAccount account,
        AmoDomain domain,
        string longLivedToken,
        AccountDetails given,
        CancellationToken cancellationToken
    ) =>
        ConnectAsync(
            account,
            domain,
            new TokenResponse(
                longLivedToken,
                TokenClaims.ExpiryOf(longLivedToken),
                RefreshToken: null,
                RefreshTokenExpiresAt: null
            ),
            given,
            cancellationToken
        );

    /// <param name="given">What a person says of the account; it wins over what amoCRM says.</param>
    public async Task ConnectAsync(
        UserAccount account,
        AmoDomain domain,
        TokenResponse tokens,
        AccountDetails given,
        CancellationToken cancellationToken
    )
    {
        var facts = await amo.DescribeAsync(domain, tokens.AccessToken, cancellationToken);
        await RefuseIfConnectedElsewhereAsync(account.Id, facts.Id, cancellationToken);

        var hasDeals = await db.Leads.AnyAsync(l => l.UserAccountId == account.Id && l.AmocrmLeadId != null, cancellationToken);
        account.ConnectTo(facts.Id, domain, hasDeals);
        account.Change(
            new(
                Name: null,
                Currency: given.Currency ?? facts.Currency,
                TimeZone: given.TimeZone ?? TimeZones.Find(facts.TimeZone),
                DefaultCountry: given.DefaultCountry
                    ?? (facts.Country is { } country && phones.KnowsCountry(country) ? country : null),
                PushLeads: null
            )
        );
        if (given.TimeZone is null && facts.TimeZone is { } told && TimeZones.Find(told) is null)
            account.NoteUnknownTimeZone(told);

        var connection = await db.Connections.SingleOrDefaultAsync(c => c.UserAccountId == account.Id, cancellationToken);
        if (connection is null)
            db.Connections.Add(connection = Connection.To(account.Id));
        connection.Use(facts.Id, domain, Encrypt(tokens), clock.GetUtcNow());
    }

    /// <summary>Saves it together with what is to be done at amoCRM now.</summary>
    public async Task SaveAsync(UserAccount account, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        // Whatever was known of the webhook was of the connection before; to connect is also to want one again.
        await db.Hooks.Where(h => h.UserAccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
        await sales.EnqueueAsync(account.Id, cancellationToken); // what was closed without amoCRM's word gets it now
        await leads.EnqueueAsync(account.Id, cancellationToken);
        await catchUp.RequestAsync(account.Id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private ConnectionTokens Encrypt(TokenResponse tokens) =>
        new(
            cipher.Encrypt(tokens.AccessToken),
            tokens.AccessTokenExpiresAt,
            tokens.RefreshToken is { } refresh ? cipher.Encrypt(refresh) : null,
            tokens.RefreshTokenExpiresAt
        );

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
            throw new DomainException(
                Refusal.Conflict(Reasons.AmoCrmAccountTaken, "This amoCRM account is connected elsewhere.")
            );
    }
}
