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
        var accounts = db.UserAccounts.AsNoTracking().Where(a => a.IsArchived == query.IsArchived);
        if (query.Page.After is { } after)
        {
            var last = new UserAccountId(after.Id);
            accounts = accounts.Where(a => a.CreatedAt < after.At || (a.CreatedAt == after.At && a.Id < last));
        }

        var rows = await accounts
            .OrderByDescending(a => a.CreatedAt)
            .ThenByDescending(a => a.Id)
            .Take(query.Page.Size + 1)
            .Select(a => new { Account = a, Connection = db.Connections.FirstOrDefault(c => c.UserAccountId == a.Id) })
            .ToListAsync(cancellationToken);
        return query.Page.Cut(
            rows.ConvertAll(row => viewer.Show(row.Account, row.Connection)),
            view => new(view.CreatedAt, view.Id)
        );
    }
}
