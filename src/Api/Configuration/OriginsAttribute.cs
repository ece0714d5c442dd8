using System.ComponentModel.DataAnnotations;

namespace AmoCrmQualification.Api.Configuration;

internal sealed class OriginsAttribute() : ValidationAttribute("it is no list of origins such as https://app.example.com")
{
    public override bool IsValid(object? value) =>
        value is string[] origins && Array.TrueForAll(origins, origin => Uri.TryCreate(origin, UriKind.Absolute, out _));
}
