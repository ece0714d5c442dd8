namespace AmoCrmQualification.Api.Configuration;

/// <summary>A setting that the service cannot start with; the message is one line for the operator.</summary>
public sealed class ConfigurationException(string message) : Exception(message)
{
    public static ConfigurationException Bad(string key, string why) => new(Line(key, why));

    internal static string Line(string key, string why) =>
        $"Bad configuration: {key.Replace(":", "__", StringComparison.Ordinal)}: {why}.";
}
