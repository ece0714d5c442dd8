using AmoCrmQualification.Domain.Attribution;
using AmoCrmQualification.Domain.Campaigns;
using FluentValidation;

namespace AmoCrmQualification.Application.Campaigns;

public sealed record CreateCreativeCommand(UserAccountId Account, CreativeDetails Details) : IRequest<CreativeView>;

/// <summary>Changes what is given; a direction that is null is taken away, ads and marks replace the creative's.</summary>
public sealed record ChangeCreativeCommand(Guid Creative, CreativeDetails Details, bool? IsArchived) : IRequest<CreativeView>;

/// <summary>Properties of a creative; null changes nothing, an empty text clears one.</summary>
public sealed record CreativeDetails(
    string? Title,
    Optional<Guid> DirectionId,
    IReadOnlyList<string>? AdIds,
    IReadOnlyList<CreativeMarkView>? Marks,
    string? Platform,
    string? PreviewUrl
);

internal sealed class CreativeDetailsValidator : AbstractValidator<CreativeDetails>
{
    private const int MaxPlatform = 100;

    public CreativeDetailsValidator()
    {
        RuleFor(d => d.Title).Title();
        RuleFor(d => d.AdIds).AdIds();
        RuleFor(d => d.Marks).Marks();
        RuleFor(d => d.Platform).MaximumLength(MaxPlatform).WithErrorCode(Reasons.ValueTooLong);
        RuleFor(d => d.PreviewUrl).PreviewUrl();
    }
}

internal sealed class CreateCreativeValidator : AbstractValidator<CreateCreativeCommand>
{
    public CreateCreativeValidator()
    {
        RuleFor(c => c.Details.Title).NotEmpty();
        RuleFor(c => c.Details).SetValidator(new CreativeDetailsValidator());
    }
}

internal sealed class ChangeCreativeValidator : AbstractValidator<ChangeCreativeCommand>
{
    public ChangeCreativeValidator() => RuleFor(c => c.Details).SetValidator(new CreativeDetailsValidator());
}

internal sealed class SaveCreativeHandler(IAppDbContext db, ILocks locks, CreativeAttribution attribution, TimeProvider clock)
    : IRequestHandler<CreateCreativeCommand, CreativeView>,
        IRequestHandler<ChangeCreativeCommand, CreativeView>
{
    public async Task<CreativeView> Handle(CreateCreativeCommand command, CancellationToken cancellationToken)
    {
        var creative = Creative.Make(command.Account, command.Details.Title!, direction: null, clock.GetUtcNow());
        db.Creatives.Add(creative);
        return await SaveAsync(creative, command.Details, cancellationToken);
    }

    public async Task<CreativeView> Handle(ChangeCreativeCommand command, CancellationToken cancellationToken)
    {
        var creative = await db.NamedCreativeAsync(command.Creative, cancellationToken);
        if (command.Details.Title is { } title)
            creative.Retitle(title);
        if (command.IsArchived is { } isArchived)
            creative.Archive(isArchived);
        return await SaveAsync(creative, command.Details, cancellationToken);
    }

    private async Task<CreativeView> SaveAsync(Creative creative, CreativeDetails details, CancellationToken cancellationToken)
    {
        var account = creative.UserAccountId;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Alone, so that no lead of one of these ads comes in between and stays without its creative.
        await locks.AcquireExclusiveAsync(account, cancellationToken);
        var former = await db.MarksOfAsync(creative, cancellationToken);
        var mentions = creative.Ads.Select(ad => ad.AdId).Concat(former.Select(mark => mark.Value)).ToList();

        creative.MoveTo(
            await attribution.DirectionAsync(account, details.DirectionId.Over(creative.DirectionId?.Value), cancellationToken)
        );
        creative.ShowAt(Over(details.Platform, creative.Platform), Over(details.PreviewUrl, creative.PreviewUrl));
        if (details.AdIds is { } ads)
            await attribution.SetAdsAsync(creative, ads, cancellationToken);
        var marks = details.Marks is { } given
            ? await attribution.SetMarksAsync(creative, former, given, cancellationToken)
            : former;
        await db.SaveChangesAsync(cancellationToken);
        await attribution.AttributeAsync(creative, mentions.Concat(marks.Select(mark => mark.Value)), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return CreativeView.From(creative, marks);
    }

    private static string? Over(string? given, string? current) =>
        given is null ? current
        : string.IsNullOrWhiteSpace(given) ? null
        : given.Trim();
}
