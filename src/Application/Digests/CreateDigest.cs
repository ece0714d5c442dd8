using AmoCrmQualification.Application.Accounts;
using AmoCrmQualification.Domain.Digests;
using FluentValidation;

namespace AmoCrmQualification.Application.Digests;

/// <summary>Creates a digest of an account for somebody.</summary>
/// <param name="To">E-mail address or chat id; null where the person is to send the bot a code.</param>
/// <param name="TimeZone">Null: the account's.</param>
public sealed record CreateDigestCommand(
    UserAccountId Account,
    DigestChannel? Channel,
    string? To,
    DigestFrequency? When,
    string? At,
    string? TimeZone,
    DigestLanguage? Language
) : IRequest<DigestView>;

internal sealed class CreateDigestValidator : AbstractValidator<CreateDigestCommand>
{
    public CreateDigestValidator()
    {
        RuleFor(c => c.Channel).NotNull();
        RuleFor(c => c.When).NotNull();
        RuleFor(c => c.At).NotNull().ClockTime();
        RuleFor(c => c.TimeZone).TimeZone();
        this.Recipient(c => c.To, c => c.Channel);
    }
}

internal sealed class CreateDigestHandler(
    IAppDbContext db,
    IEnumerable<IMessenger> messengers,
    DigestViewer viewer,
    TimeProvider clock
) : IRequestHandler<CreateDigestCommand, DigestView>
{
    public async Task<DigestView> Handle(CreateDigestCommand command, CancellationToken cancellationToken)
    {
        var channel = command.Channel!.Value;
        if (messengers.All(messenger => messenger.Channel != channel))
            throw new DomainException(NotConfigured(channel));
        var account = await db.AccountAsync(command.Account, cancellationToken);
        var digest = Digest.Create(
            account.Id,
            channel,
            command.To?.Trim(),
            new(command.When!.Value, DigestRules.Time(command.At)!.Value, TimeZones.Find(command.TimeZone) ?? account.TimeZone),
            command.Language ?? DigestLanguage.Ru,
            clock.GetUtcNow()
        );
        db.Digests.Add(digest);
        await db.SaveChangesAsync(cancellationToken);
        return await viewer.ShowAsync(digest, cancellationToken);
    }

    private static Refusal NotConfigured(DigestChannel channel) =>
        channel switch
        {
            DigestChannel.Telegram => Refusal.Conflict(
                Reasons.TelegramNotConfigured,
                "No bot is configured: Telegram__BotToken."
            ),
            DigestChannel.Email => Refusal.Conflict(Reasons.EmailNotConfigured, "No mail server is configured: Smtp__Host."),
        };
}
