namespace AmoCrmQualification.Application.Connections;

public sealed record GetAmoWebhookQuery(UserAccountId Account) : IRequest<AmoWebhookView>;

internal sealed class GetAmoWebhookHandler(IAppDbContext db, AmoWebhookViews views)
    : IRequestHandler<GetAmoWebhookQuery, AmoWebhookView>
{
    public async Task<AmoWebhookView> Handle(GetAmoWebhookQuery query, CancellationToken cancellationToken) =>
        await views.OfAsync(await db.AccountAsync(query.Account, cancellationToken), cancellationToken);
}
