namespace AmoCrmQualification.Application.Common;

/// <summary>A field of a change that may be cleared: left out it stays as it is, null clears it.</summary>
public readonly record struct Optional<T>(bool IsGiven, T? Value)
    where T : struct
{
    internal T? Over(T? current) => IsGiven ? Value : current;
}
