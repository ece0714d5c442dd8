using AmoCrmQualification.Application.Phones;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Infrastructure.Phones;

internal static class PhoneServices
{
    public static IServiceCollection AddPhones(this IServiceCollection services) =>
        services.AddSingleton<IPhoneNumbers, PhoneReader>();
}
