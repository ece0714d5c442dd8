using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Infrastructure.Campaigns;

internal static class CampaignServices
{
    public static IServiceCollection AddCampaigns(this IServiceCollection services) =>
        services.AddScoped<AdSpendTable>().AddScoped<AdSpendWriter>();
}
