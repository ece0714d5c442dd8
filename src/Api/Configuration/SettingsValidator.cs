using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace AmoCrmQualification.Api.Configuration;

/// <summary>Checks the rules of each section, and words a fault as a line for the operator.</summary>
internal sealed class SettingsValidator : IValidateOptions<ServiceSettings>
{
    public ValidateOptionsResult Validate(string? name, ServiceSettings options)
    {
        var faults = Sections
            .Select(section => (Prefix: $"{section.Name}__", Settings: section.GetValue(options)!))
            .Prepend((Prefix: "", Settings: options))
            .SelectMany(section =>
                FaultsOf(section.Settings)
                    .Select(fault => ConfigurationException.Line(section.Prefix + fault.MemberNames.First(), fault.ErrorMessage!))
            )
            .ToList();
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }

    private static IEnumerable<PropertyInfo> Sections =>
        typeof(ServiceSettings)
            .GetProperties()
            .Where(property => property.PropertyType.Assembly == typeof(ServiceSettings).Assembly);

    private static List<ValidationResult> FaultsOf(object settings)
    {
        List<ValidationResult> faults = [];
        Validator.TryValidateObject(settings, new(settings), faults, validateAllProperties: true);
        return faults;
    }
}
