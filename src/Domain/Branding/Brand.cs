namespace AmoCrmQualification.Domain.Branding;

/// <summary>The name, colour and logo under which the installation shows itself; there is one.</summary>
/// <param name="Color">As <c>#rrggbb</c>.</param>
public sealed record Brand(string Name, string Color, Logo? Logo)
{
    public static readonly Brand Fallback = new("AmoCrmQualification", "#2f5fd0", Logo: null);
}

/// <param name="Version">Another with each logo, so that browsers see a new one.</param>
public sealed record Logo(byte[] Content, string MediaType, Guid Version);
