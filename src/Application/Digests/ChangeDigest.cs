using AmoCrmQualification.Application.Accounts;
using AmoCrmQualification.Domain.Digests;
using FluentValidation;

namespace AmoCrmQualification.Application.Digests;

/// <summary>Changes what is given of a digest, pauses it or lets it go on.</summary>
public sealed record ChangeDigestCommand(
    Guid Digest,
    string? To,
    DigestFrequency? When,
    string? At,
    string? TimeZone,
    DigestLanguage? Language,
    bool? IsPaused
) : IRequest<DigestView>;

internal sealed class ChangeDigestValidator : AbstractValidator<ChangeDigestCommand>
{
    public ChangeDigestValidator()
    {
        RuleFor(c => c.At).ClockTime();
        RuleFor(c => c.TimeZone).TimeZone();
    }
}

internal sealed class ChangeDigestHandler(IAppDbContext db, IDigestQueue queue, DigestViewer viewer, TimeProvider clock)
    : IRequestHandler<ChangeDigestCommand, DigestView>
{
    public async Task<DigestView> Handle(ChangeDigestCommand command, CancellationToken cancellationToken)
    {
        var digest = await db.DigestAsync(command.Digest, cancellationToken);
        if (command.To is not null)
            CheckRecipient(command, digest.Channel);
        var now = clock.GetUtcNow();
        digest.Change(
            command.To?.Trim(),
            new(
                command.When ?? digest.Frequency,
                DigestRules.Time(command.At) ?? digest.At,
                TimeZones.Find(command.TimeZone) ?? digest.TimeZone
            ),
            command.Language,
            now
        );
        if (command.IsPaused == false)
            digest.Resume(now);
        if (command.IsPaused == true)
        {
            digest.Stop(DigestPause.ByHand);
            await queue.DropPausedAsync(digest, cancellationToken);
        }
        await db.SaveChangesAsync(cancellationToken);
        return await viewer.ShowAsync(digest, cancellationToken);
    }

    // The channel is known once the digest is.
    private static void CheckRecipient(ChangeDigestCommand command, DigestChannel channel)
    {
        InlineValidator<ChangeDigestCommand> validator = [];
        validator.Recipient(c => c.To, _ => channel);
        validator.ValidateAndThrow(command);
    }
}
