using AmoCrmQualification.Application.Runs;
using FluentValidation;

namespace AmoCrmQualification.Application.Attribution;

public sealed record GetAttributionQuery(UserAccountId Account) : IRequest<AttributionSettingsView>;

/// <summary>Stores settings that rule the leads that come from now on.</summary>
public sealed record SaveAttributionCommand(UserAccountId Account, AttributionChange Change) : IRequest<AttributionSettingsView>;

/// <summary>Stores settings and applies them to all leads, by a run.</summary>
public sealed record ApplyAttributionCommand(UserAccountId Account, AttributionChange Change) : IRequest<RequestedRun>;

internal sealed class SaveAttributionValidator : AbstractValidator<SaveAttributionCommand>
{
    public SaveAttributionValidator() => RuleFor(c => c.Change).SetValidator(new AttributionChangeValidator());
}

internal sealed class ApplyAttributionValidator : AbstractValidator<ApplyAttributionCommand>
{
    public ApplyAttributionValidator() => RuleFor(c => c.Change).SetValidator(new AttributionChangeValidator());
}

internal sealed class SaveAttributionHandler(
    IAppDbContext db,
    ILocks locks,
    IRuns runs,
    AttributionVersions versions,
    TimeProvider clock
)
    : IRequestHandler<GetAttributionQuery, AttributionSettingsView>,
        IRequestHandler<SaveAttributionCommand, AttributionSettingsView>,
        IRequestHandler<ApplyAttributionCommand, RequestedRun>
{
    public async Task<AttributionSettingsView> Handle(GetAttributionQuery query, CancellationToken cancellationToken)
    {
        var account = await db.AccountAsync(query.Account, cancellationToken);
        return AttributionSettingsView.From(account, (await versions.NewestAsync(account.Id, cancellationToken))?.Fields ?? []);
    }

    public async Task<AttributionSettingsView> Handle(SaveAttributionCommand command, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await locks.AcquireExclusiveAsync(command.Account, cancellationToken);
        var account = await db.AccountAsync(command.Account, cancellationToken);
        var settings = await versions.SaveAsync(account, command.Change, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return AttributionSettingsView.From(account, settings.Fields);
    }

    public async Task<RequestedRun> Handle(ApplyAttributionCommand command, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await locks.AcquireExclusiveAsync(command.Account, cancellationToken);
        var account = await db.AccountAsync(command.Account, cancellationToken);
        (await versions.SaveAsync(account, command.Change, cancellationToken)).Apply(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        var run = await runs.RequestAsync(RunKind.Attribution, account.Id, since: null, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(run.Value);
    }
}
