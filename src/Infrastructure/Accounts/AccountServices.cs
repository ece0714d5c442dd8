using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Infrastructure.Accounts;

internal static class AccountServices
{
    public static IServiceCollection AddAccounts(this IServiceCollection services) => services.AddSingleton<ApiKeyDirectory>();
}
