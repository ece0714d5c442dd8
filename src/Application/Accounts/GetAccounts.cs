namespace AmoCrmQualification.Application.Accounts;

public sealed record GetAccountQuery(UserAccountId Account) : IRequest<AccountView>;

/// <summary>The accounts the caller may use, newest first: those in use, or those that are archived.</summary>
public sealed record GetAccountsQuery(bool IsArchived, PageRequest Page) : IRequest<Page<AccountView>>;

internal sealed class GetAccountHandler(IAppDbContext db, AccountViewer viewer) : IRequestHandler<GetAccountQuery, AccountView>
{
    public async Task<AccountView> Handle(GetAccountQuery query, CancellationToken cancellationToken) =>
        await viewer.ShowAsync(await db.AccountAsync(query.Account, cancellationToken), cancellationToken);
}

internal sealed class GetAccountsHandler(IAppDbContext db, AccountViewer viewer)
    : IRequestHandler<GetAccountsQuery, Page<AccountView>>
{
    public async Task<Page<AccountView>> Handle(GetAccountsQuery query, CancellationToken cancellationToken)
    {
        var rows = await db
            .UserAccounts.AsNoTracking()
            .Where(a => a.IsArchived == query.IsArchived)
            .NewestFirst(query.Page, a => a.CreatedAt, a => a.Id, id => new(id))
            .Select(a => new { Account = a, Connection = db.Connections.FirstOrDefault(c => c.UserAccountId == a.Id) })
            .ToListAsync(cancellationToken);
        return query.Page.Cut(
            rows.ConvertAll(row => viewer.Show(row.Account, row.Connection)),
            view => new(view.CreatedAt, view.Id)
        );
    }
}
