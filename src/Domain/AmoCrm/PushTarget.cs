namespace AmoCrmQualification.Domain.AmoCrm;

/// <summary>Pipeline, stage and responsible user of leads that are sent to amoCRM. What is null is left to amoCRM.</summary>
public sealed record PushTarget(AmoPipelineId? Pipeline, AmoStatusId? Status, AmoUserId? ResponsibleUser)
{
    /// <summary>
    /// This where it says something, else <paramref name="fallback"/>; but a first stage is only taken over within its
    /// pipeline.
    /// </summary>
    public PushTarget Over(PushTarget fallback)
    {
        var samePipeline = Pipeline is null || Pipeline == fallback.Pipeline;
        return new(
            Pipeline ?? fallback.Pipeline,
            samePipeline ? Status ?? fallback.Status : Status,
            ResponsibleUser ?? fallback.ResponsibleUser
        );
    }
}
