using AmoCrmQualification.Application.Phones;
using AmoCrmQualification.Domain.Leads;
using FluentValidation;

namespace AmoCrmQualification.Application.Leads;

internal sealed class IntakeLeadValidator : AbstractValidator<IntakeLeadCommand>
{
    private const int MaxIdempotencyKey = 200;
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public IntakeLeadValidator(TimeProvider clock)
    {
        RuleFor(c => c.IdempotencyKey).MaximumLength(MaxIdempotencyKey);
        RuleFor(c => c.Lead)
            .ChildRules(lead =>
            {
                lead.RuleFor(l => l.SourceType)
                    .NotNull()
                    .NotEqual(LeadSource.Crm)
                    .WithErrorCode(Reasons.SourceTypeMissing)
                    .WithMessage("source_type is website, whatsapp or manual.");
                lead.RuleFor(l => l.Phone)
                    .Must((l, _) => IsGiven(l.Phone) || IsGiven(l.ChatId) || IsGiven(l.Email))
                    .WithErrorCode(Reasons.ContactMissing)
                    .WithMessage("At least one of phone, chat_id and email is needed.");
                lead.RuleFor(l => l.Phone)
                    .MaximumLength(100)
                    .Must(PhoneDigits.HasDigit)
                    .When(l => IsGiven(l.Phone))
                    .WithErrorCode(Reasons.PhoneWithoutDigits)
                    .WithMessage("A phone has digits.");
                lead.RuleFor(l => l.Name).MaximumLength(500);
                lead.RuleFor(l => l.ChatId).MaximumLength(200);
                lead.RuleFor(l => l.Email).MaximumLength(320);
                lead.RuleFor(l => l.Message).MaximumLength(10_000);
                lead.RuleFor(l => l.AdId).MaximumLength(200);
                lead.RuleFor(l => l.UtmSource).MaximumLength(1000);
                lead.RuleFor(l => l.UtmMedium).MaximumLength(1000);
                lead.RuleFor(l => l.UtmCampaign).MaximumLength(1000);
                lead.RuleFor(l => l.UtmTerm).MaximumLength(1000);
                lead.RuleFor(l => l.UtmContent).MaximumLength(1000);
                lead.RuleFor(l => l.AmocrmLeadId).GreaterThan(0);
                lead.RuleFor(l => l.CreatedAt)
                    .Must(at => at is null || (at >= Earliest && at <= clock.GetUtcNow().AddDays(1)))
                    .WithErrorCode(Reasons.ValueOutOfRange)
                    .WithMessage("created_at lies between 2000 and tomorrow.");
            });
    }

    private static bool IsGiven(string? text) => !string.IsNullOrWhiteSpace(text);
}
