namespace AmoCrmQualification.Application.Common;

/// <summary>An id of amoCRM in a change: left out it stays as it is, null clears it.</summary>
public readonly record struct PatchedId(bool IsGiven, long? Value)
{
    internal long? Over(long? current) => IsGiven ? Value : current;
}
