using AmoCrmQualification.Application.Branding;
using AmoCrmQualification.Application.Sharing;
using AmoCrmQualification.Domain.Sharing;
using AmoCrmQualification.Infrastructure.Branding;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Infrastructure.Sharing;

internal static class SharingServices
{
    public static IServiceCollection AddSharing(this IServiceCollection services) =>
        services
            .AddSingleton<IPasswordHasher<ShareLink>, PasswordHasher<ShareLink>>()
            .AddSingleton<ISharePasswords, SharePasswords>()
            .AddScoped<IBrands, PostgresBrands>()
            .AddScoped<IShareLinks, PostgresShareLinks>()
            .AddSingleton<IShareSessions, ShareSessions>();
}
