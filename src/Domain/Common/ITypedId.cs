namespace AmoCrmQualification.Domain.Common;

/// <summary>An id with a type of its own, so that it is never taken for the id of something else.</summary>
public interface ITypedId<out TValue>
{
    TValue Value { get; }
}
