using AmoCrmQualification.Domain.Branding;

namespace AmoCrmQualification.Application.Branding;

/// <summary>The look of the installation. It belongs to no account.</summary>
public interface IBrands
{
    Task<Brand> ReadAsync(CancellationToken cancellationToken);

    Task SaveAsync(Brand brand, CancellationToken cancellationToken);
}
