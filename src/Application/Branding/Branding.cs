using System.Text.RegularExpressions;
using AmoCrmQualification.Domain.Branding;
using FluentValidation;

namespace AmoCrmQualification.Application.Branding;

/// <summary>How the installation shows itself, to anybody.</summary>
public sealed record GetBrandingQuery : IRequest<BrandingView>;

/// <param name="Color">As <c>#rrggbb</c>.</param>
/// <param name="LogoUrl">Path of the logo; null when there is none.</param>
public sealed record BrandingView(string Name, string Color, string? LogoUrl);

/// <summary>Changes name and colour; null leaves as it is.</summary>
public sealed record ChangeBrandingCommand(string? Name, string? Color) : IRequest<BrandingView>;

internal sealed partial class ChangeBrandingValidator : AbstractValidator<ChangeBrandingCommand>
{
    private const int LongestName = 100;

    public ChangeBrandingValidator()
    {
        RuleFor(c => c.Name)
            .Must(name => name is null || (name.Trim().Length > 0 && name.Length <= LongestName))
            .WithErrorCode(Reasons.NameInvalid)
            .WithMessage($"A name has 1 to {LongestName} characters.");
        RuleFor(c => c.Color)
            .Must(color => color is null || Hex().IsMatch(color))
            .WithErrorCode(Reasons.ColorInvalid)
            .WithMessage("A colour is written as #rrggbb.");
    }

    [GeneratedRegex(@"^#[0-9a-fA-F]{6}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Hex();
}

internal sealed class GetBrandingHandler(IBrands brands) : IRequestHandler<GetBrandingQuery, BrandingView>
{
    public async Task<BrandingView> Handle(GetBrandingQuery query, CancellationToken cancellationToken) =>
        (await brands.ReadAsync(cancellationToken)).Show();
}

internal sealed class ChangeBrandingHandler(IBrands brands) : IRequestHandler<ChangeBrandingCommand, BrandingView>
{
    public async Task<BrandingView> Handle(ChangeBrandingCommand command, CancellationToken cancellationToken)
    {
        var brand = await brands.ReadAsync(cancellationToken);
        brand = brand with
        {
            Name = command.Name?.Trim() ?? brand.Name,
            Color = command.Color?.ToLowerInvariant() ?? brand.Color,
        };
        await brands.SaveAsync(brand, cancellationToken);
        return brand.Show();
    }
}

internal static class BrandViews
{
    public static BrandingView Show(this Brand brand) =>
        new(brand.Name, brand.Color, brand.Logo is { Version: var version } ? $"/api/branding/logo?v={version}" : null);
}
