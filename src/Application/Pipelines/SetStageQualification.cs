using AmoCrmQualification.Domain.Pipelines;
using AutoMapper;
using FluentValidation;

namespace AmoCrmQualification.Application.Pipelines;

/// <summary>Says whether leads in a stage count as qualified, and recalculates them in the same transaction.</summary>
public sealed record SetStageQualificationCommand(Guid StageId, bool? IsQualifiedStage) : IRequest<StageQualification>;

/// <param name="RecalculatedLeads">Leads whose <c>is_qualified</c> changed.</param>
public sealed record StageQualification(bool Success, StageRow Stage, int RecalculatedLeads);

/// <summary>All columns of a stage.</summary>
public sealed record StageRow(
    Guid Id,
    Guid UserAccountId,
    long PipelineId,
    string PipelineName,
    int PipelineSort,
    long StatusId,
    string StatusName,
    string StatusColor,
    int SortOrder,
    int StatusType,
    bool IsQualifiedStage,
    bool IsArchived,
    DateTimeOffset? DecidedAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
);

internal sealed class StageRowProfile : Profile
{
    public StageRowProfile() =>
        CreateMap<PipelineStage, StageRow>()
            .ForCtorParam(nameof(StageRow.Id), id => id.MapFrom(s => s.Id.Value))
            .ForCtorParam(nameof(StageRow.UserAccountId), id => id.MapFrom(s => s.UserAccountId.Value))
            .ForCtorParam(nameof(StageRow.PipelineId), id => id.MapFrom(s => s.PipelineId.Value))
            .ForCtorParam(nameof(StageRow.StatusId), id => id.MapFrom(s => s.StatusId.Value));
}

internal sealed class SetStageQualificationValidator : AbstractValidator<SetStageQualificationCommand>
{
    public SetStageQualificationValidator() => RuleFor(c => c.IsQualifiedStage).NotNull();
}

internal sealed class SetStageQualificationHandler(
    IAppDbContext db,
    ILocks locks,
    IQualification qualification,
    IMapper mapper,
    TimeProvider clock
) : IRequestHandler<SetStageQualificationCommand, StageQualification>
{
    public async Task<StageQualification> Handle(SetStageQualificationCommand command, CancellationToken cancellationToken)
    {
        var id = new PipelineStageId(command.StageId);
        var account = await db.PipelineStages.Where(s => s.Id == id).OwnerAsync(Reasons.StageUnknown, "stage", cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await locks.AcquireExclusiveAsync(account, cancellationToken);
        var stage = await db.PipelineStages.SingleAsync(s => s.UserAccountId == account && s.Id == id, cancellationToken);
        stage.MarkQualified(command.IsQualifiedStage!.Value, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        var recalculated = await qualification.RecalculateAsync(account, [stage.Stage], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(Success: true, mapper.Map<StageRow>(stage), recalculated);
    }
}
