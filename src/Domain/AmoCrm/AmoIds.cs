namespace AmoCrmQualification.Domain.AmoCrm;

/// <summary>The id of a deal in amoCRM, whose API calls a deal a lead.</summary>
public readonly record struct DealId(long Value) : ITypedId<long>;

public readonly record struct AmoContactId(long Value) : ITypedId<long>;

public readonly record struct AmoAccountId(long Value) : ITypedId<long>;

/// <summary>A user of amoCRM.</summary>
public readonly record struct AmoUserId(long Value) : ITypedId<long>;

public readonly record struct AmoPipelineId(long Value) : ITypedId<long>;

/// <summary>A status id of amoCRM. 142 (won) and 143 (lost) exist in every pipeline, so alone it names no stage.</summary>
public readonly record struct AmoStatusId(long Value) : ITypedId<long>
{
    public static readonly AmoStatusId Won = new(142);
    public static readonly AmoStatusId Lost = new(143);

    public bool IsClosing => this == Won || this == Lost;
}
