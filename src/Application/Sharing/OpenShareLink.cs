using AmoCrmQualification.Application.Accounts;
using AmoCrmQualification.Application.People;
using AmoCrmQualification.Domain.Sharing;
using FluentValidation;

namespace AmoCrmQualification.Application.Sharing;

/// <summary>Opens a link that has a password. Nothing tells an unknown link from a wrong password.</summary>
/// <param name="Address">Of the caller.</param>
public sealed record OpenShareLinkCommand(string? Token, string? Password, string? Address) : IRequest<ShareSession>;

/// <param name="Key">A bearer key for the link's page.</param>
public sealed record ShareSession(string Key, DateTimeOffset ExpiresAt);

internal sealed class OpenShareLinkValidator : AbstractValidator<OpenShareLinkCommand>
{
    public OpenShareLinkValidator()
    {
        RuleFor(c => c.Token).NotEmpty().MaximumLength(200);
        RuleFor(c => c.Password).NotEmpty().MaximumLength(256);
    }
}

internal sealed class OpenShareLinkHandler(
    IShareLinks links,
    ISharePasswords passwords,
    ISignInThrottle throttle,
    IShareSessions sessions
) : IRequestHandler<OpenShareLinkCommand, ShareSession>
{
    public async Task<ShareSession> Handle(OpenShareLinkCommand command, CancellationToken cancellationToken)
    {
        var hash = SecretKey.Hash(command.Token!);
        var attempt = new SignInAttempt(command.Address, $"share link {Convert.ToHexString(hash)}");
        await throttle.CountAsync(attempt, cancellationToken);
        var link = await links.FindAsync(hash, cancellationToken);
        if (link?.PasswordHash is not { } known || !passwords.IsRight(known, command.Password!))
            throw new DomainException(
                Refusal.Unauthorized(Reasons.SharePasswordWrong, "The password is wrong, or the link is over.")
            );
        await throttle.ResetAsync(attempt, cancellationToken);
        return sessions.Begin(link.Id);
    }
}
