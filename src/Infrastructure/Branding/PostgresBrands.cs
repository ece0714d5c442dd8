using AmoCrmQualification.Application.Branding;
using AmoCrmQualification.Domain.Branding;

namespace AmoCrmQualification.Infrastructure.Branding;

internal sealed class PostgresBrands(AppDbContext db) : IBrands
{
    private DbSet<BrandRow> Rows => db.Set<BrandRow>();

    public async Task<Brand> ReadAsync(CancellationToken cancellationToken) =>
        (await Rows.AsNoTracking().SingleOrDefaultAsync(cancellationToken))?.ToBrand() ?? Brand.Fallback;

    public async Task SaveAsync(Brand brand, CancellationToken cancellationToken)
    {
        if (await Rows.SingleOrDefaultAsync(cancellationToken) is not { } row)
            Rows.Add(row = new());
        (row.Name, row.Color) = (brand.Name, brand.Color);
        (row.Logo, row.LogoType, row.LogoVersion) = (brand.Logo?.Content, brand.Logo?.MediaType, brand.Logo?.Version);
        await db.SaveChangesAsync(cancellationToken);
    }
}
