namespace AmoCrmQualification.Domain.AmoCrm;

/// <summary>Pipeline and status of a deal: always the pair, because 142 and 143 are shared by all pipelines.</summary>
public readonly record struct Stage(AmoPipelineId Pipeline, AmoStatusId Status);
