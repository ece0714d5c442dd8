namespace AmoCrmQualification.Application.Campaigns;

/// <summary>Removes ad spend of an account; what a later upload replaced is gone with it. Days are both included.</summary>
public sealed record DeleteAdSpendCommand(UserAccountId Account, DateOnly? From, DateOnly? To, string? AdId)
    : IRequest<DeletedAdSpend>;

/// <param name="Deleted">Rows removed.</param>
public sealed record DeletedAdSpend(int Deleted);

internal sealed class DeleteAdSpendHandler(IAppDbContext db) : IRequestHandler<DeleteAdSpendCommand, DeletedAdSpend>
{
    public async Task<DeletedAdSpend> Handle(DeleteAdSpendCommand command, CancellationToken cancellationToken)
    {
        if (command is { From: null, To: null, AdId: null })
            throw new DomainException(
                Refusal.Invalid("from", Reasons.ValueMissing, "Days or an ad are needed: spend is not removed as a whole.")
            );
        var filter = new AdSpendFilter(command.From, command.To, AdId: command.AdId);
        return new(await filter.Apply(db, command.Account).ExecuteDeleteAsync(cancellationToken));
    }
}
