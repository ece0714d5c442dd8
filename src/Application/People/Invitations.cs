using AmoCrmQualification.Application.Accounts;
using AmoCrmQualification.Domain.People;

namespace AmoCrmQualification.Application.People;

/// <summary>Recipient of a valid invitation link.</summary>
public sealed record GetInvitationQuery(string Token) : IRequest<InvitationView>;

public sealed record InvitationView(string Email, DateTimeOffset ExpiresAt);

/// <summary>The invited person sets a password and is signed in. The link works once.</summary>
public sealed record AcceptInvitationCommand(string Token, string? Password, string? Address) : IRequest<StartedSession>;

internal sealed class GetInvitationHandler(IPeople people) : IRequestHandler<GetInvitationQuery, InvitationView>
{
    public static readonly Refusal Unknown = Refusal.NotFound(Reasons.InvitationUnknown, "invitation");

    public async Task<InvitationView> Handle(GetInvitationQuery query, CancellationToken cancellationToken)
    {
        var invited =
            await people.FindInvitedAsync(SecretKey.Hash(query.Token), cancellationToken) ?? throw new DomainException(Unknown);
        return new(invited.Email, invited.InvitationExpiresAt!.Value);
    }
}

internal sealed class AcceptInvitationHandler(
    IAppDbContext db,
    IPeople people,
    IPasswords passwords,
    ISessions sessions,
    ISignInThrottle throttle
) : IRequestHandler<AcceptInvitationCommand, StartedSession>
{
    public async Task<StartedSession> Handle(AcceptInvitationCommand command, CancellationToken cancellationToken)
    {
        var attempt = new SignInAttempt(command.Address, Email: null);
        await throttle.CountAsync(attempt, cancellationToken);
        var token = SecretKey.Hash(command.Token);
        var person =
            await people.FindInvitedAsync(token, cancellationToken) ?? throw new DomainException(GetInvitationHandler.Unknown);
        await throttle.ResetAsync(attempt, cancellationToken);
        PasswordRule.Check(command.Password, person.Email, "password");

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await people.RedeemAsync(token, cancellationToken))
            throw new DomainException(GetInvitationHandler.Unknown);
        person = await passwords.SetAsync(person, command.Password!, cancellationToken);
        await sessions.EndAllAsync(person.Id, except: null, cancellationToken);
        var key = await sessions.BeginAsync(person, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(key, await people.ShowAsync(person, key, cancellationToken));
    }
}
