namespace AmoCrmQualification.Infrastructure.AmoCrm.Wire;

/// <summary>A custom field of deals.</summary>
internal sealed record DealFieldWire(long? Id, string? Code, string? Name, string? Type);
