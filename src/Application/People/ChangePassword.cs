using AmoCrmQualification.Domain.People;
using FluentValidation;

namespace AmoCrmQualification.Application.People;

/// <summary>A signed-in person takes a new password; sessions elsewhere end.</summary>
public sealed record ChangePasswordCommand(SessionKey Key, string? CurrentPassword, string? NewPassword) : IRequest;

internal sealed class ChangePasswordValidator : AbstractValidator<ChangePasswordCommand>
{
    public ChangePasswordValidator() => RuleFor(c => c.CurrentPassword).NotEmpty().MaximumLength(PasswordRule.MaxLength);
}

internal sealed class ChangePasswordHandler(IAppDbContext db, ISessions sessions, IPasswords passwords, ISignInThrottle throttle)
    : IRequestHandler<ChangePasswordCommand, Unit>
{
    public async Task<Unit> Handle(ChangePasswordCommand command, CancellationToken cancellationToken)
    {
        var person = await sessions.WhoseAsync(command.Key, cancellationToken) ?? throw new DomainException(SessionKey.Over);
        PasswordRule.Check(command.NewPassword, person.Email, "new_password");

        // Whoever found a browser open must not be able to try passwords here either.
        var attempt = new SignInAttempt(Address: null, person.Email);
        await throttle.CountAsync(attempt, cancellationToken);
        if (await passwords.WhoseAsync(person.Email, command.CurrentPassword!, cancellationToken) is null)
            throw new DomainException(
                Refusal.Invalid("current_password", Reasons.CurrentPasswordWrong, "This is not the current password.")
            );
        await throttle.ResetAsync(attempt, cancellationToken);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await passwords.SetAsync(person, command.NewPassword!, cancellationToken);
        await sessions.EndAllAsync(person.Id, except: command.Key, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Unit.Value;
    }
}
