using AmoCrmQualification.Domain.Branding;

namespace AmoCrmQualification.Application.Branding;

/// <summary>Knows the images that may be a logo by their first bytes, whatever a caller calls them.</summary>
internal static class LogoImage
{
    private static readonly byte[] s_png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly byte[] s_jpeg = [0xFF, 0xD8, 0xFF];

    public static Logo Read(byte[] content)
    {
        var version = Guid.CreateVersion7();
        if (content.AsSpan().StartsWith(s_png))
            return new(content, "image/png", version);
        return content.AsSpan().StartsWith(s_jpeg)
            ? new(content, "image/jpeg", version)
            : new(SvgImage.MakeHarmless(content), "image/svg+xml", version);
    }
}
