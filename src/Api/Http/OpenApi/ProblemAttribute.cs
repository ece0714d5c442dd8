namespace AmoCrmQualification.Api.Http.OpenApi;

/// <summary>A problem that a route may answer with, by its code and reasons, for the description of the route.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
internal sealed class ProblemAttribute(string code, params string[] reasons) : Attribute
{
    public string Code { get; } = code;

    public IReadOnlyList<string> Reasons { get; } = reasons;
}

/// <summary>A route that calls amoCRM before it answers, and so may answer with amoCRM's failures.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CallsAmoCrmAttribute : Attribute;
