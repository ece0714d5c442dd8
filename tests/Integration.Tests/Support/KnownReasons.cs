using AmoCrmQualification.Domain.Common;

namespace AmoCrmQualification.Integration.Tests.Support;

/// <summary>The reasons that problems may give.</summary>
internal static class KnownReasons
{
    public static readonly string[] All = [.. typeof(Reasons).GetFields().Select(field => (string)field.GetRawConstantValue()!)];
}
