namespace AmoCrmQualification.Sandbox.World;

public sealed record CrmFieldValue(string Value, long? EnumId = null, string? EnumCode = null);

/// <summary>A filled custom field of a deal or a contact.</summary>
public sealed record CrmField(long Id, string Name, string? Code, string Type, IReadOnlyList<CrmFieldValue> Values);
