namespace AmoCrmQualification.Api.Configuration;

/// <summary>The directory of the private database and of the generated operator's key.</summary>
public sealed class StorageSettings
{
    public string DataDirectory { get; init; } = ".data";

    public string FullPath => Path.GetFullPath(DataDirectory);
}
