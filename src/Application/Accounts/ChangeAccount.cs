using System.Collections.Immutable;
using AmoCrmQualification.Application.Campaigns;
using AmoCrmQualification.Application.Phones;
using FluentValidation;

namespace AmoCrmQualification.Application.Accounts;

/// <summary>Changes what is given of an account, archives it or brings it back.</summary>
public sealed record ChangeAccountCommand(
    UserAccountId Account,
    string? Name,
    string? Currency,
    string? TimeZone,
    string? DefaultCountry,
    bool? PushLeads,
    AdoptDeals? AdoptDeals,
    Optional<DateOnly> AdoptFrom,
    Optional<ImmutableArray<long>> AdoptPipelines,
    int? HorizonDays,
    bool? IsArchived,
    PushTargetChange PushTarget
) : IRequest<AccountView>
{
    internal IReadOnlyList<long>? Pipelines => AdoptPipelines.Value;
}

internal sealed class ChangeAccountValidator : AbstractValidator<ChangeAccountCommand>
{
    public ChangeAccountValidator(IPhoneNumbers phones)
    {
        RuleFor(c => c.Name).AccountName();
        RuleFor(c => c.Currency).Currency();
        RuleFor(c => c.TimeZone).TimeZone();
        RuleFor(c => c.DefaultCountry).Country(phones);
        RuleFor(c => c.HorizonDays).Horizon();
        RuleFor(c => c.Pipelines).PipelineIds().OverridePropertyName(nameof(ChangeAccountCommand.AdoptPipelines));
        RuleFor(c => c.PushTarget).SetValidator(new PushTargetValidator());
    }
}

internal sealed class ChangeAccountHandler(IAppDbContext db, PushTargets targets, AccountArchive archive, AccountViewer viewer)
    : IRequestHandler<ChangeAccountCommand, AccountView>
{
    public async Task<AccountView> Handle(ChangeAccountCommand command, CancellationToken cancellationToken)
    {
        var account = await db.AccountAsync(command.Account, cancellationToken);
        account.Change(
            new(
                command.Name,
                command.Currency,
                TimeZones.Find(command.TimeZone),
                command.DefaultCountry,
                command.PushLeads,
                command.HorizonDays
            )
        );
        var isAdoptionChanged = account.SetAdoption(
            command.AdoptDeals,
            command.AdoptFrom.Over(account.AdoptFrom),
            command.AdoptPipelines.IsGiven ? command.Pipelines : account.AdoptPipelines
        );
        account.PushTo(await targets.ChangeAsync(account.Id, account.PushTarget, command.PushTarget, cancellationToken));
        await archive.SaveAsync(account, command.IsArchived, isAdoptionChanged, cancellationToken);
        return await viewer.ShowAsync(account, cancellationToken);
    }
}
