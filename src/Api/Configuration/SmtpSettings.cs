using System.ComponentModel.DataAnnotations;
using System.Net.Mail;
using AmoCrmQualification.Infrastructure.Digests;

namespace AmoCrmQualification.Api.Configuration;

/// <summary>The mail server that digests are sent by.</summary>
public sealed class SmtpSettings : IValidatableObject
{
    /// <summary>Null: no e-mail is sent.</summary>
    public string? Host { get; init; }

    [WholeNumber(1, 65535)]
    public int Port { get; init; } = 587;

    public string? User { get; init; }
    public string? Password { get; init; }
    public string? From { get; init; }
    public string Security { get; init; } = "auto";

    public SmtpOptions? Options =>
        Host is { } host ? new(host, Port, User, Password, From!, Enum.Parse<SmtpSecurity>(Security, ignoreCase: true)) : null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Security is not ("auto" or "none" or "starttls" or "tls"))
            yield return new("it is none of auto, none, starttls, tls", [nameof(Security)]);
        if (From is not null && !MailAddress.TryCreate(From, out _))
            yield return new("it is no e-mail address", [nameof(From)]);
        if (Host is null)
        {
            if ((From ?? User ?? Password) is not null)
                yield return new("it is missing, but other values of Smtp are given", [nameof(Host)]);
            yield break;
        }
        if (From is null)
            yield return new("it is missing, but Smtp__Host is given", [nameof(From)]);
        if (User is null && Password is not null)
            yield return new("it is missing, but Smtp__Password is given", [nameof(User)]);
        if (User is not null && Password is null)
            yield return new("it is missing, but Smtp__User is given", [nameof(Password)]);
    }
}
