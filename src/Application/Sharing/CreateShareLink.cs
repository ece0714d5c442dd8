using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using AmoCrmQualification.Application.Accounts;
using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Application.Webhooks;
using AmoCrmQualification.Domain.Campaigns;
using AmoCrmQualification.Domain.Sharing;
using FluentValidation;

namespace AmoCrmQualification.Application.Sharing;

/// <summary>Shares a page of an account by a link.</summary>
/// <param name="ExpiresAt">Null: it does not expire.</param>
/// <param name="Password">Null: the link alone opens the page.</param>
public sealed record CreateShareLinkCommand(
    UserAccountId Account,
    string? Title,
    SharePage? Page,
    ShareFilterView? Filter,
    DateTimeOffset? ExpiresAt,
    string? Password
) : IRequest<CreatedShareLink>;

internal sealed class CreateShareLinkValidator : AbstractValidator<CreateShareLinkCommand>
{
    private const int LongestTitle = 200;
    private const int ShortestPassword = 6;
    private const int LongestPassword = 256;

    private static readonly IReadOnlySet<string> s_modes = Enum.GetNames<QualificationMode>()
        .Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)
        .ToHashSet(StringComparer.Ordinal);

    public CreateShareLinkValidator()
    {
        RuleFor(c => c.Title)
            .Must(title => title is not null && title.Trim().Length > 0 && title.Length <= LongestTitle)
            .WithErrorCode(Reasons.NameInvalid)
            .WithMessage($"A title has 1 to {LongestTitle} characters.");
        RuleFor(c => c.Page).NotNull();
        RuleFor(c => c.Password)
            .Length(ShortestPassword, LongestPassword)
            .WithErrorCode(Reasons.PasswordLengthInvalid)
            .WithMessage($"A password has {ShortestPassword} to {LongestPassword} characters.")
            .When(c => c.Password is not null);
        RuleFor(c => c.Filter!.Mode)
            .Must(mode => mode is null || s_modes.Contains(mode))
            .WithErrorCode(Reasons.ValueInvalid)
            .WithMessage("There is no such mode.")
            .OverridePropertyName("mode")
            .When(c => c.Filter is not null);
        RuleFor(c => c.Filter!.Days).InclusiveBetween(1, 3660).OverridePropertyName("days").When(c => c.Filter?.Days is not null);
        RuleFor(c => c.Filter!.Days)
            .NotNull()
            .WithErrorCode(Reasons.DaysMissing)
            .WithMessage("The mode within needs days.")
            .OverridePropertyName("days")
            .When(c => c.Filter?.Mode == "within");
        this.PeriodIsInOrder(c => (c.Filter?.From, c.Filter?.To));
        RuleFor(c => c.Filter!.PipelineId)
            .NotNull()
            .WithErrorCode(Reasons.PipelineMissing)
            .WithMessage("A funnel is that of a pipeline.")
            .OverridePropertyName("pipeline_id")
            .When(c => c is { Page: SharePage.Funnel, Filter: not null });
        RuleFor(c => c.Filter)
            .NotNull()
            .WithErrorCode(Reasons.PipelineMissing)
            .WithMessage("A funnel is that of a pipeline.")
            .When(c => c.Page is SharePage.Funnel);
    }
}

internal sealed class CreateShareLinkHandler(
    IAppDbContext db,
    ISharePasswords passwords,
    PublicAddress address,
    TimeProvider clock
) : IRequestHandler<CreateShareLinkCommand, CreatedShareLink>
{
    public async Task<CreatedShareLink> Handle(CreateShareLinkCommand command, CancellationToken cancellationToken)
    {
        var filter = (command.Filter ?? new()).ToFilter();
        await CheckAsync(command.Account, filter, cancellationToken);
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var link = ShareLink.Create(
            command.Account,
            command.Title!.Trim(),
            command.Page!.Value,
            filter,
            SecretKey.Hash(token),
            command.Password is { } password ? passwords.Hash(password) : null,
            command.ExpiresAt,
            clock.GetUtcNow()
        );
        db.ShareLinks.Add(link);
        await db.SaveChangesAsync(cancellationToken);
        return new(
            link.Id.Value,
            $"{address.Url}/s/{token}",
            link.Title,
            link.Page,
            ShareFilterView.Show(link.Filter),
            link.PasswordHash is not null,
            HideContacts: true,
            link.ExpiresAt,
            link.CreatedAt
        );
    }

    /// <summary>Refuses bounds that are not the account's own.</summary>
    private async Task CheckAsync(UserAccountId account, ShareFilter filter, CancellationToken cancellationToken)
    {
        if (filter.DirectionId is { } direction)
            await db.GivenDirectionAsync(account, direction, cancellationToken);
        if (filter.CreativeId is { } creative)
            await db.GivenCreativeAsync(account, creative, cancellationToken);
        if (
            filter.PipelineId is { } p
            && !await db.PipelineStages.AnyAsync(
                x => x.UserAccountId == account && x.PipelineId == new AmoPipelineId(p),
                cancellationToken
            )
        )
            throw new DomainException(Refusal.Invalid("pipeline_id", Reasons.PipelineUnknown, "There is no such pipeline."));
    }
}
