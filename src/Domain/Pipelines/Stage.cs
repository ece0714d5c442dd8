using AmoCrmQualification.Domain.Common;

namespace AmoCrmQualification.Domain.Pipelines;

public readonly record struct AmoPipelineId(long Value) : ITypedId<long>;

/// <summary>A status id of amoCRM. 142 (won) and 143 (lost) exist in every pipeline, so alone it names no stage.</summary>
public readonly record struct AmoStatusId(long Value) : ITypedId<long>
{
    public static readonly AmoStatusId Won = new(142);
    public static readonly AmoStatusId Lost = new(143);

    public bool IsClosing => this == Won || this == Lost;
}

/// <summary>Where a deal stands: always the pair, because 142 and 143 are shared by all pipelines.</summary>
public readonly record struct Stage(AmoPipelineId Pipeline, AmoStatusId Status);
