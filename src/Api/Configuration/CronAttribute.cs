using System.ComponentModel.DataAnnotations;
using Quartz;

namespace AmoCrmQualification.Api.Configuration;

/// <summary>Quartz cron, UTC.</summary>
internal sealed class CronAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        Fault((string)value!) is { } fault ? new(fault, [validationContext.MemberName!]) : null;

    private static string? Fault(string text)
    {
        if (!CronExpression.TryParse(text, out var cron))
            return "it is no Quartz cron expression such as 0 0 */6 * * ?";
        return cron.WithTimeZone(TimeZoneInfo.Utc).GetNextValidTimeAfter(TimeProvider.System.GetUtcNow()) is null
            ? "it names no time to come"
            : null;
    }
}
