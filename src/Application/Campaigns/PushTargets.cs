using FluentValidation;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>Changes of the pipeline, stage and responsible user that new deals get.</summary>
public sealed record PushTargetChange(Optional<long> PipelineId, Optional<long> StatusId, Optional<long> ResponsibleUserId)
{
    internal bool IsStageGiven => PipelineId.IsGiven || StatusId.IsGiven;

    /// <summary>A first stage goes with its pipeline: another pipeline without a stage begins where amoCRM says.</summary>
    internal PushTarget Over(PushTarget now)
    {
        var pipeline = PipelineId.Over(now.Pipeline?.Value);
        var status = StatusId.Over(pipeline == now.Pipeline?.Value ? now.Status?.Value : null);
        return new(
            pipeline is { } p ? new AmoPipelineId(p) : null,
            status is { } s ? new AmoStatusId(s) : null,
            ResponsibleUserId.Over(now.ResponsibleUser?.Value) is { } user ? new AmoUserId(user) : null
        );
    }
}

internal sealed class PushTargetValidator : AbstractValidator<PushTargetChange>
{
    public PushTargetValidator()
    {
        RuleFor(c => c.PipelineId)
            .Must(IsId)
            .OverridePropertyName(PushTargets.PipelineField)
            .WithErrorCode(Reasons.IdInvalid)
            .WithMessage("This is no id.");
        RuleFor(c => c.StatusId)
            .Must(IsId)
            .OverridePropertyName(PushTargets.StatusField)
            .WithErrorCode(Reasons.IdInvalid)
            .WithMessage("This is no id.");
        RuleFor(c => c.ResponsibleUserId)
            .Must(IsId)
            .OverridePropertyName("push_responsible_user_id")
            .WithErrorCode(Reasons.IdInvalid)
            .WithMessage("This is no id.");
    }

    private static bool IsId(Optional<long> id) => id.Value is null or > 0;
}

/// <summary>Checks where leads are to go against the stages that are known.</summary>
internal sealed class PushTargets(IAppDbContext db)
{
    public const string PipelineField = "push_pipeline_id";
    public const string StatusField = "push_status_id";

    public async Task<PushTarget> ChangeAsync(
        UserAccountId account,
        PushTarget now,
        PushTargetChange change,
        CancellationToken cancellationToken
    )
    {
        var target = change.Over(now);
        if (!change.IsStageGiven)
            return target;
        if (target is { Status: not null, Pipeline: null })
            throw new DomainException(Refusal.Invalid(StatusField, Reasons.PipelineMissing, "A stage needs its pipeline."));

        var stages = await db.PipelineStages.AsNoTracking().Where(s => s.UserAccountId == account).ToListAsync(cancellationToken);
        if (target.Pipeline is not { } pipeline || stages.Count == 0)
            return target; // before the first sync amoCRM alone knows
        var open = stages.FindAll(s => s.PipelineId == pipeline && !s.IsArchived);
        if (open.Count == 0)
            throw new DomainException(Refusal.Invalid(PipelineField, Reasons.PipelineUnknown, "There is no such pipeline."));
        if (target.Status is { } status && !open.Exists(s => s.StatusId == status && !s.IsIncoming))
            throw new DomainException(Refusal.Invalid(StatusField, Reasons.StageNotOpen, "Leads cannot be put into this stage."));
        return target;
    }
}
