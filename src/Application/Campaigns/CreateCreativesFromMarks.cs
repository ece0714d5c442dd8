using AmoCrmQualification.Domain.Attribution;
using AmoCrmQualification.Domain.Campaigns;
using FluentValidation;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>Makes a creative of each value of a mark, named after it: case does not matter.</summary>
public sealed record CreateCreativesFromMarksCommand(
    UserAccountId Account,
    string? Code,
    IReadOnlyList<string>? Values,
    Guid? DirectionId
) : IRequest<MarkedCreatives>
{
    internal IReadOnlyList<CreativeMarkView>? Marks => Values?.Select(value => new CreativeMarkView(Code ?? "", value)).ToList();
}

public sealed record MarkedCreatives(IReadOnlyList<MarkedCreative> Creatives);

/// <param name="Leads">Those that its mark gave it.</param>
public sealed record MarkedCreative(Guid Id, string Title, IReadOnlyList<CreativeMarkView> Marks, long Leads);

internal sealed class CreateCreativesFromMarksValidator : AbstractValidator<CreateCreativesFromMarksCommand>
{
    public CreateCreativesFromMarksValidator()
    {
        RuleFor(c => c.Code).NotEmpty();
        RuleFor(c => c.Values).NotEmpty();
        RuleFor(c => c.Marks).Marks().OverridePropertyName("values").When(c => !string.IsNullOrEmpty(c.Code));
    }
}

internal sealed class CreateCreativesFromMarksHandler(
    IAppDbContext db,
    ILocks locks,
    CreativeAttribution attribution,
    TimeProvider clock
) : IRequestHandler<CreateCreativesFromMarksCommand, MarkedCreatives>
{
    public async Task<MarkedCreatives> Handle(CreateCreativesFromMarksCommand command, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await locks.AcquireExclusiveAsync(command.Account, cancellationToken);
        var direction = await attribution.DirectionAsync(command.Account, command.DirectionId, cancellationToken);

        List<(Creative Creative, IReadOnlyList<CreativeMark> Marks)> made = [];
        foreach (var mark in command.Marks!.DistinctBy(mark => MarkText.Fold(MarkText.Clean(mark.Value)!)))
        {
            var creative = Creative.Make(command.Account, MarkText.Clean(mark.Value)!, direction, clock.GetUtcNow());
            db.Creatives.Add(creative);
            made.Add((creative, await attribution.SetMarksAsync(creative, [], [mark], cancellationToken)));
        }

        await db.SaveChangesAsync(cancellationToken);
        foreach (var (creative, marks) in made)
            await attribution.AttributeAsync(creative, marks.Select(mark => mark.Value), cancellationToken);
        var leads = await CountAsync(command.Account, [.. made.Select(m => m.Creative.Id)], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(
            made.ConvertAll(m => new MarkedCreative(
                m.Creative.Id.Value,
                m.Creative.Title,
                [.. m.Marks.Select(mark => new CreativeMarkView(mark.Code, mark.Value))],
                leads.GetValueOrDefault(m.Creative.Id)
            ))
        );
    }

    private async Task<Dictionary<CreativeId, long>> CountAsync(
        UserAccountId account,
        List<CreativeId> creatives,
        CancellationToken cancellationToken
    ) =>
        await db
            .Leads.Where(l => l.UserAccountId == account && l.CreativeId != null && creatives.Contains(l.CreativeId.Value))
            .GroupBy(l => l.CreativeId!.Value)
            .Select(leads => new { Creative = leads.Key, Count = leads.LongCount() })
            .ToDictionaryAsync(leads => leads.Creative, leads => leads.Count, cancellationToken);
}
