namespace AmoCrmQualification.Application.People;

/// <summary>The operator's key makes the first administrator.</summary>
public interface IOperatorKey
{
    bool Is(string key);
}
