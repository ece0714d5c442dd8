using AmoCrmQualification.Domain.People;
using FluentValidation;

namespace AmoCrmQualification.Application.People;

/// <summary>A person signs in. Nothing tells an unknown e-mail from a wrong password.</summary>
/// <param name="Address">Where the person calls from.</param>
public sealed record SignInCommand(string? Email, string? Password, string? Address) : IRequest<StartedSession>;

internal sealed class SignInValidator : AbstractValidator<SignInCommand>
{
    public SignInValidator()
    {
        RuleFor(c => c.Email).NotEmpty().MaximumLength(PersonRules.MaxEmail);
        RuleFor(c => c.Password).NotEmpty();
    }
}

internal sealed class SignInHandler(IPasswords passwords, IPeople people, ISessions sessions, ISignInThrottle throttle)
    : IRequestHandler<SignInCommand, StartedSession>
{
    public async Task<StartedSession> Handle(SignInCommand command, CancellationToken cancellationToken)
    {
        var attempt = new SignInAttempt(command.Address, command.Email!.Trim());
        await throttle.CountAsync(attempt, cancellationToken);
        var person =
            command.Password!.Length <= PasswordRule.MaxLength
            && await passwords.WhoseAsync(attempt.Email!, command.Password, cancellationToken) is { } found
                ? found
                : throw new DomainException(
                    Refusal.Unauthorized(Reasons.CredentialsWrong, "The e-mail or the password is wrong.")
                );
        await throttle.ResetAsync(attempt, cancellationToken);

        var key = await sessions.BeginAsync(person, cancellationToken);
        return new(key, await people.ShowAsync(person, key, cancellationToken));
    }
}
