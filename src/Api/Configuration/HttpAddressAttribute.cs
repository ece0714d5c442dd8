using System.ComponentModel.DataAnnotations;

namespace AmoCrmQualification.Api.Configuration;

internal sealed class HttpAddressAttribute() : ValidationAttribute("it is no http or https address")
{
    public override bool IsValid(object? value) => value is null or Uri { IsAbsoluteUri: true, Scheme: "http" or "https" };
}
