using AmoCrmQualification.Application.Phones;
using FluentValidation;

namespace AmoCrmQualification.Application.Accounts;

/// <summary>Validation rules of an account's fields.</summary>
internal static class AccountRules
{
    private const int MaxName = 200;
    private const int MaxToken = 8192;

    public static IRuleBuilderOptions<T, string?> AccountName<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(name => name is null || (name.Trim().Length > 0 && name.Length <= MaxName))
            .WithErrorCode(Reasons.NameInvalid)
            .WithMessage($"A name has 1 to {MaxName} characters.");

    public static IRuleBuilderOptions<T, string?> AmoHost<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(host => host is null || AmoDomain.Parse(host) is not null)
            .WithErrorCode(Reasons.DomainInvalid)
            .WithMessage("It must be a bare host that ends in .amocrm.ru, .amocrm.com or .kommo.com.");

    public static IRuleBuilderOptions<T, string?> Token<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(token => token is null || (token.Length is > 0 and <= MaxToken && token.All(c => c is > ' ' and < (char)127)))
            .WithErrorCode(Reasons.TokenMalformed)
            .WithMessage("A token has no spaces and only ASCII characters.");

    public static IRuleBuilderOptions<T, string?> Currency<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(code => code is null || (code.Length == 3 && code.All(char.IsAsciiLetterUpper)))
            .WithErrorCode(Reasons.CurrencyInvalid)
            .WithMessage("A currency is an ISO 4217 code such as RUB.");

    public static IRuleBuilderOptions<T, string?> TimeZone<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(zone => zone is null || TimeZones.Find(zone) is not null)
            .WithErrorCode(Reasons.TimeZoneUnknown)
            .WithMessage("A time zone is an IANA name such as Europe/Moscow, or UTC+3.");

    public static IRuleBuilderOptions<T, string?> Country<T>(this IRuleBuilder<T, string?> rule, IPhoneNumbers phones) =>
        rule.Must(country => country is null || phones.KnowsCountry(country))
            .WithErrorCode(Reasons.CountryUnknown)
            .WithMessage("A country is an ISO 3166 code such as RU.");

    public static IRuleBuilderOptions<T, int?> Horizon<T>(this IRuleBuilder<T, int?> rule) =>
        rule.InclusiveBetween(1, UserAccount.LongestHorizonDays)
            .WithMessage($"A horizon is 1 to {UserAccount.LongestHorizonDays} days.");
}
