using AmoCrmQualification.Domain.Campaigns;
using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;

namespace AmoCrmQualification.Application.Campaigns;

public sealed record DirectionView(
    Guid Id,
    string Name,
    long? PushPipelineId,
    long? PushStatusId,
    long? PushResponsibleUserId,
    DirectionTargetsView Targets,
    DateTimeOffset CreatedAt
);

/// <param name="Cpql">The most that a qualified lead may cost, in the account's currency.</param>
/// <param name="Cac">The most that a sale may cost.</param>
/// <param name="Romi">Percent: the least that must come back beyond the spend.</param>
public sealed record DirectionTargetsView(decimal? Cpql, decimal? Cac, decimal? Romi);

public sealed record CreateDirectionCommand(
    UserAccountId Account,
    string? Name,
    PushTargetChange PushTarget,
    DirectionTargetsChange? Targets
) : IRequest<DirectionView>;

public sealed record ChangeDirectionCommand(
    Guid Direction,
    string? Name,
    PushTargetChange PushTarget,
    DirectionTargetsChange? Targets
) : IRequest<DirectionView>;

/// <summary>The account's directions, newest first.</summary>
public sealed record GetDirectionsQuery(UserAccountId Account, PageRequest Page) : IRequest<Page<DirectionView>>;

internal sealed class DirectionProfile : Profile
{
    public DirectionProfile() =>
        CreateMap<Direction, DirectionView>()
            .ForCtorParam(nameof(DirectionView.Id), id => id.MapFrom(d => d.Id.Value))
            .ForCtorParam(
                nameof(DirectionView.PushPipelineId),
                id => id.MapFrom(d => d.PushPipelineId == null ? (long?)null : d.PushPipelineId.Value.Value)
            )
            .ForCtorParam(
                nameof(DirectionView.PushStatusId),
                id => id.MapFrom(d => d.PushStatusId == null ? (long?)null : d.PushStatusId.Value.Value)
            )
            .ForCtorParam(
                nameof(DirectionView.PushResponsibleUserId),
                id => id.MapFrom(d => d.PushResponsibleUserId == null ? (long?)null : d.PushResponsibleUserId.Value.Value)
            )
            .ForCtorParam(
                nameof(DirectionView.Targets),
                targets => targets.MapFrom(d => new DirectionTargetsView(d.TargetCpql, d.TargetCac, d.TargetRomi))
            );
}

internal sealed class CreateDirectionValidator : AbstractValidator<CreateDirectionCommand>
{
    public CreateDirectionValidator()
    {
        RuleFor(c => c.Name).NotEmpty().Title();
        RuleFor(c => c.PushTarget).SetValidator(new PushTargetValidator());
        RuleFor(c => c.Targets!).SetValidator(new DirectionTargetsValidator());
    }
}

internal sealed class ChangeDirectionValidator : AbstractValidator<ChangeDirectionCommand>
{
    public ChangeDirectionValidator()
    {
        RuleFor(c => c.Name).Title();
        RuleFor(c => c.PushTarget).SetValidator(new PushTargetValidator());
        RuleFor(c => c.Targets!).SetValidator(new DirectionTargetsValidator());
    }
}

internal sealed class CreateDirectionHandler(IAppDbContext db, PushTargets targets, IMapper mapper, TimeProvider clock)
    : IRequestHandler<CreateDirectionCommand, DirectionView>
{
    public async Task<DirectionView> Handle(CreateDirectionCommand command, CancellationToken cancellationToken)
    {
        var direction = Direction.Open(command.Account, command.Name!, clock.GetUtcNow());
        direction.PushTo(
            await targets.ChangeAsync(direction.UserAccountId, direction.PushTarget, command.PushTarget, cancellationToken)
        );
        if (command.Targets is { } goals)
            direction.SetTargets(goals.Over(direction.Targets));
        db.Directions.Add(direction);
        await db.SaveChangesAsync(cancellationToken);
        return mapper.Map<DirectionView>(direction);
    }
}

internal sealed class ChangeDirectionHandler(IAppDbContext db, PushTargets targets, IMapper mapper)
    : IRequestHandler<ChangeDirectionCommand, DirectionView>
{
    public async Task<DirectionView> Handle(ChangeDirectionCommand command, CancellationToken cancellationToken)
    {
        var id = new DirectionId(command.Direction);
        var account = await db
            .Directions.Where(d => d.Id == id)
            .OwnerAsync(Reasons.DirectionUnknown, "direction", cancellationToken);
        var direction = await db.Directions.SingleAsync(d => d.UserAccountId == account && d.Id == id, cancellationToken);
        if (command.Name is { } name)
            direction.Rename(name);
        direction.PushTo(
            await targets.ChangeAsync(direction.UserAccountId, direction.PushTarget, command.PushTarget, cancellationToken)
        );
        if (command.Targets is { } goals)
            direction.SetTargets(goals.Over(direction.Targets));
        await db.SaveChangesAsync(cancellationToken);
        return mapper.Map<DirectionView>(direction);
    }
}

internal sealed class GetDirectionsHandler(IAppDbContext db, IMapper mapper)
    : IRequestHandler<GetDirectionsQuery, Page<DirectionView>>
{
    public async Task<Page<DirectionView>> Handle(GetDirectionsQuery query, CancellationToken cancellationToken)
    {
        var rows = await db
            .Directions.Where(d => d.UserAccountId == query.Account)
            .NewestFirst(query.Page, d => d.CreatedAt, d => d.Id, id => new(id))
            .ProjectTo<DirectionView>(mapper.ConfigurationProvider)
            .ToListAsync(cancellationToken);
        return query.Page.Cut(rows, d => new(d.CreatedAt, d.Id));
    }
}
