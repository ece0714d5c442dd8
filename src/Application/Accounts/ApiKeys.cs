using FluentValidation;

namespace AmoCrmQualification.Application.Accounts;

/// <summary>Issues a key that acts for one account.</summary>
public sealed record IssueApiKeyCommand(UserAccountId Account, string? Name) : IRequest<IssuedApiKey>;

/// <param name="Key">Shown this once.</param>
public sealed record IssuedApiKey(Guid Id, string Name, string Key, DateTimeOffset CreatedAt);

/// <summary>The account's keys, newest first, without the keys themselves.</summary>
public sealed record GetApiKeysQuery(UserAccountId Account, PageRequest Page) : IRequest<Page<ApiKeyView>>;

public sealed record ApiKeyView(Guid Id, string Name, DateTimeOffset CreatedAt);

/// <summary>Revokes a key at once: keys are never cached.</summary>
public sealed record RevokeApiKeyCommand(UserAccountId Account, Guid Key) : IRequest;

internal sealed class IssueApiKeyValidator : AbstractValidator<IssueApiKeyCommand>
{
    public IssueApiKeyValidator() => RuleFor(c => c.Name).NotEmpty().AccountName();
}

internal sealed class IssueApiKeyHandler(IAppDbContext db, TimeProvider clock) : IRequestHandler<IssueApiKeyCommand, IssuedApiKey>
{
    public async Task<IssuedApiKey> Handle(IssueApiKeyCommand command, CancellationToken cancellationToken)
    {
        var account = await db.AccountAsync(command.Account, cancellationToken);
        var secret = SecretKey.New();
        var key = ApiKey.Issue(account.Id, command.Name!, SecretKey.Hash(secret), clock.GetUtcNow());
        db.ApiKeys.Add(key);
        await db.SaveChangesAsync(cancellationToken);
        return new(key.Id.Value, key.Name, secret, key.CreatedAt);
    }
}

internal sealed class GetApiKeysHandler(IAppDbContext db) : IRequestHandler<GetApiKeysQuery, Page<ApiKeyView>>
{
    public async Task<Page<ApiKeyView>> Handle(GetApiKeysQuery query, CancellationToken cancellationToken)
    {
        var account = await db.AccountAsync(query.Account, cancellationToken);
        var rows = await db
            .ApiKeys.Where(k => k.UserAccountId == account.Id)
            .NewestFirst(query.Page, k => k.CreatedAt, k => k.Id, id => new(id))
            .Select(k => new ApiKeyView(k.Id.Value, k.Name, k.CreatedAt))
            .ToListAsync(cancellationToken);
        return query.Page.Cut(rows, key => new(key.CreatedAt, key.Id));
    }
}

internal sealed class RevokeApiKeyHandler(IAppDbContext db) : IRequestHandler<RevokeApiKeyCommand, Unit>
{
    public async Task<Unit> Handle(RevokeApiKeyCommand command, CancellationToken cancellationToken)
    {
        var account = await db.AccountAsync(command.Account, cancellationToken);
        var id = new ApiKeyId(command.Key);
        var revoked = await db
            .ApiKeys.Where(k => k.UserAccountId == account.Id && k.Id == id)
            .ExecuteDeleteAsync(cancellationToken);
        return revoked == 0 ? throw new DomainException(Refusal.NotFound(Reasons.ApiKeyUnknown, "API key")) : Unit.Value;
    }
}
