namespace AmoCrmQualification.Application.Campaigns.AdFiles;

/// <summary>The unit of amounts that a file may leave open.</summary>
public enum AmountUnit
{
    Units,
    Micros,
}
