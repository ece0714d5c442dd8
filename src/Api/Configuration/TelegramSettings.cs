using System.ComponentModel.DataAnnotations;
using AmoCrmQualification.Infrastructure.Digests;

namespace AmoCrmQualification.Api.Configuration;

/// <summary>The bot that digests are sent by.</summary>
public sealed class TelegramSettings : IValidatableObject
{
    /// <summary>Null: nothing is sent by Telegram.</summary>
    [RegularExpression(@"^\d+:[\w\-]{20,}$", ErrorMessage = "it is no token as BotFather gives them")]
    public string? BotToken { get; init; }

    [HttpAddress]
    public Uri? ApiBaseUrl { get; init; }

    public TelegramOptions? Options => BotToken is { } token ? new(token, ApiBaseUrl) : null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (BotToken is null && ApiBaseUrl is not null)
            yield return new("it is missing, but Telegram__ApiBaseUrl is given", [nameof(BotToken)]);
    }
}
