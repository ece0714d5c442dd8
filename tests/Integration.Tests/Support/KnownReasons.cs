using AmoCrmQualification.Domain.Common;

namespace AmoCrmQualification.Integration.Tests.Support;

/// <summary>The reasons and codes that problems may give.</summary>
internal static class KnownReasons
{
    public static readonly string[] All = Constants(typeof(Reasons));

    public static readonly string[] Codes = Constants(typeof(ProblemCodes));

    private static string[] Constants(Type type) => [.. type.GetFields().Select(field => (string)field.GetRawConstantValue()!)];
}
