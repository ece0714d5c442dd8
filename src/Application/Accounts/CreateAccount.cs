using AmoCrmQualification.Application.Connections;
using AmoCrmQualification.Application.Phones;
using AmoCrmQualification.Application.Webhooks;
using FluentValidation;

namespace AmoCrmQualification.Application.Accounts;

/// <summary>Opens an account; with a token it is connected to amoCRM at once, or not opened at all.</summary>
public sealed record CreateAccountCommand(
    string? Name,
    string? AmocrmDomain = null,
    string? LongLivedToken = null,
    string? Currency = null,
    string? TimeZone = null,
    string? DefaultCountry = null,
    bool? PushLeads = null,
    AdoptDeals? AdoptDeals = null,
    DateOnly? AdoptFrom = null,
    IReadOnlyList<long>? AdoptPipelines = null,
    int? HorizonDays = null
) : IRequest<AccountView>;

internal sealed class CreateAccountValidator : AbstractValidator<CreateAccountCommand>
{
    public CreateAccountValidator(IPhoneNumbers phones)
    {
        RuleFor(c => c.Name).NotEmpty().AccountName();
        RuleFor(c => c.AmocrmDomain).AmoHost();
        RuleFor(c => c.AmocrmDomain)
            .NotEmpty()
            .When(c => c.LongLivedToken is not null)
            .WithErrorCode(Reasons.DomainMissing)
            .WithMessage("A token needs its amoCRM domain.");
        RuleFor(c => c.LongLivedToken).Token();
        RuleFor(c => c.Currency).Currency();
        RuleFor(c => c.TimeZone).TimeZone();
        RuleFor(c => c.DefaultCountry).Country(phones);
        RuleFor(c => c.HorizonDays).Horizon();
        RuleFor(c => c.AdoptPipelines).PipelineIds();
    }
}

internal sealed class CreateAccountHandler(
    IAppDbContext db,
    AmoConnector connector,
    WebhookAddresses addresses,
    AccountViewer viewer,
    TimeProvider clock
) : IRequestHandler<CreateAccountCommand, AccountView>
{
    public async Task<AccountView> Handle(CreateAccountCommand command, CancellationToken cancellationToken)
    {
        var account = UserAccount.Open(command.Name!, addresses.NewSecret(), clock.GetUtcNow());
        var given = new AccountDetails(
            null,
            command.Currency,
            TimeZones.Find(command.TimeZone),
            command.DefaultCountry,
            command.PushLeads,
            command.HorizonDays
        );
        account.Change(given);
        account.SetAdoption(command.AdoptDeals, command.AdoptFrom, command.AdoptPipelines);
        db.UserAccounts.Add(account);
        var domain = AmoDomain.Parse(command.AmocrmDomain);
        if (domain is { } host)
            account.SetDomain(host);
        if (domain is { } amo && command.LongLivedToken is { } token)
        {
            await connector.ConnectAsync(account, amo, token, given, cancellationToken);
            await connector.SaveAsync(account, cancellationToken);
        }
        else
        {
            await db.SaveChangesAsync(cancellationToken);
        }

        return await viewer.ShowAsync(account, cancellationToken);
    }
}
