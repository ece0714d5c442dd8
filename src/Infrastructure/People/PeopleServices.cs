using AmoCrmQualification.Application.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Infrastructure.People;

internal static class PeopleServices
{
    public static IServiceCollection AddPeople(this IServiceCollection services, SignInThrottleOptions options)
    {
        services
            .AddIdentityCore<PersonRow>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                identity.User.AllowedUserNameCharacters = ""; // any: it is the e-mail
            })
            .AddEntityFrameworkStores<AppDbContext>();
        return services
            .Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 210_000) // OWASP's advice for SHA-512
            .AddSingleton<DummyPasswordHash>()
            .AddScoped<IPeople, PostgresPeople>()
            .AddScoped<IPasswords, IdentityPasswords>()
            .AddScoped<ISessions, PostgresSessions>()
            .AddSingleton<SessionDirectory>()
            .AddSingleton(options)
            .AddSingleton<ISignInThrottle, SignInThrottle>();
    }
}
