using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AmoCrmQualification.Infrastructure.Persistence;

/// <summary>Keys that secrets are encrypted with: kept in the database, sealed by the master key where there is one.</summary>
internal static class KeyServices
{
    public static IServiceCollection AddKeys(this IServiceCollection services, string? masterKey)
    {
        if (masterKey is not null)
            services.AddSingleton(new MasterKey(masterKey));
        services.AddSingleton(provider => new KeyRing(
            provider.GetRequiredService<NpgsqlDataSource>(),
            provider.GetService<MasterKey>()
        ));
        services.AddDataProtection().SetApplicationName("AmoCrmQualification");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options =>
            {
                options.XmlRepository = ActivatorUtilities.CreateInstance<DataProtectionKeyRepository>(provider);
                if (provider.GetService<MasterKey>() is { } key)
                    options.XmlEncryptor = new MasterKeyEncryptor(key);
            }
        ));
        return services.AddSingleton<ISecretCipher, SecretCipher>();
    }
}
