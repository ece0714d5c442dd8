using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace AmoCrmQualification.Api.Configuration;

/// <summary>
/// Binds and validates the settings before anything else: the private database starts with them, and services are composed by
/// them. So they have a container of their own.
/// </summary>
internal static partial class SettingsReader
{
    public static ServiceSettings Read(IConfiguration configuration)
    {
        var services = new ServiceCollection();
        services.AddSingleton(WithoutEmptyValues(configuration));
        services.AddSingleton<IValidateOptions<ServiceSettings>, SettingsValidator>();
        services.AddOptions<ServiceSettings>().BindConfiguration("").Configure<IConfiguration>(SplitOrigins).ValidateOnStart();
        using var provider = services.BuildServiceProvider();
        try
        {
            provider.GetRequiredService<IStartupValidator>().Validate();
            return provider.GetRequiredService<IOptions<ServiceSettings>>().Value;
        }
        catch (OptionsValidationException e)
        {
            throw new ConfigurationException(e.Failures.First());
        }
        catch (InvalidOperationException e) when (ConversionFault().Match(e.Message) is { Success: true } fault)
        {
            throw Unconverted(fault.Groups["key"].Value);
        }
    }

    // A compose file passes variables that are not set as empty ones.
    private static IConfiguration WithoutEmptyValues(IConfiguration configuration) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(configuration.AsEnumerable().Where(pair => !string.IsNullOrEmpty(pair.Value)))
            .Build();

    // An array, or one text as environment variables have it.
    private static void SplitOrigins(ServiceSettings settings, IConfiguration configuration)
    {
        if (configuration["Cors:AllowedOrigins"] is { } text)
            settings.Cors.AllowedOrigins = text.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries);
    }

    private static ConfigurationException Unconverted(string key)
    {
        var property = key.Split(':')
            .Aggregate<string, PropertyInfo?>(
                null,
                (parent, name) =>
                    (parent?.PropertyType ?? typeof(ServiceSettings)).GetProperty(
                        name,
                        BindingFlags.IgnoreCase | BindingFlags.Public | BindingFlags.Instance
                    )
            );
        var rule = property?.GetCustomAttribute<ValidationAttribute>();
        return ConfigurationException.Bad(key, rule?.FormatErrorMessage(key) ?? "it is neither true nor false");
    }

    [GeneratedRegex("^Failed to convert configuration value .* at '(?<key>[^']+)' to type ", RegexOptions.Singleline)]
    private static partial Regex ConversionFault();
}
