namespace AmoCrmQualification.Application.Campaigns;

/// <summary>Tells files by how they begin.</summary>
internal static class FileKind
{
    /// <summary>Excel's, the new kind or the old: browsers send its CSV by the same media type.</summary>
    public static bool IsWorkbook(ReadOnlySpan<byte> file) =>
        file is [(byte)'P', (byte)'K', 3, 4, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..];
}
