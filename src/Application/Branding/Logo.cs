using AmoCrmQualification.Domain.Branding;

namespace AmoCrmQualification.Application.Branding;

/// <summary>The logo, for anybody.</summary>
public sealed record GetLogoQuery : IRequest<LogoFile>;

public sealed record LogoFile(byte[] Content, string MediaType);

/// <summary>Takes a new logo: PNG, JPEG, or SVG, of which only the picture is kept. Null removes it.</summary>
public sealed record ChangeLogoCommand(byte[]? Content) : IRequest<BrandingView>;

internal sealed class GetLogoHandler(IBrands brands) : IRequestHandler<GetLogoQuery, LogoFile>
{
    public async Task<LogoFile> Handle(GetLogoQuery query, CancellationToken cancellationToken) =>
        (await brands.ReadAsync(cancellationToken)).Logo is { } logo
            ? new(logo.Content, logo.MediaType)
            : throw new DomainException(Refusal.NotFound(Reasons.LogoUnknown, "logo"));
}

internal sealed class ChangeLogoHandler(IBrands brands) : IRequestHandler<ChangeLogoCommand, BrandingView>
{
    public async Task<BrandingView> Handle(ChangeLogoCommand command, CancellationToken cancellationToken)
    {
        var logo = command.Content is { } content ? LogoImage.Read(content) : null;
        var brand = await brands.ReadAsync(cancellationToken) with { Logo = logo };
        await brands.SaveAsync(brand, cancellationToken);
        return brand.Show();
    }
}
