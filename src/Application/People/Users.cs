using AmoCrmQualification.Domain.People;

namespace AmoCrmQualification.Application.People;

/// <summary>The users, newest first.</summary>
public sealed record GetUsersQuery(PageRequest Page) : IRequest<Page<UserView>>;

/// <summary>Changes what a user may do, at once: sessions ask at every call. Null leaves as it is.</summary>
public sealed record ChangeUserCommand(Guid User, PersonRole? Role, IReadOnlyList<Guid>? AccountIds, bool? HideContacts)
    : IRequest<UserView>;

/// <summary>Removes a user; sessions end at once.</summary>
public sealed record RemoveUserCommand(Guid User) : IRequest;

internal sealed class GetUsersHandler(IPeople people, TimeProvider clock) : IRequestHandler<GetUsersQuery, Page<UserView>>
{
    public async Task<Page<UserView>> Handle(GetUsersQuery query, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var found = await people.ListAsync(query.Page.After, query.Page.Size + 1, cancellationToken);
        return query.Page.Cut([.. found.Select(person => UserView.From(person, now))], user => new(user.CreatedAt, user.Id));
    }
}

internal sealed class ChangeUserHandler(IAppDbContext db, IPeople people, TimeProvider clock)
    : IRequestHandler<ChangeUserCommand, UserView>
{
    public async Task<UserView> Handle(ChangeUserCommand command, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await people.AcquireExclusiveAsync(cancellationToken);
        var person =
            await people.FindAsync(new(command.User), cancellationToken)
            ?? throw new DomainException(Refusal.NotFound(Reasons.UserUnknown, "user"));
        if (command.Role is not (null or PersonRole.Admin))
            person.LeaveAdministration(await people.CountAdministratorsAsync(cancellationToken));
        person = person.WithRights(
            command.Role ?? person.Role,
            command.AccountIds is { } named ? await db.KnownAccountsAsync(named, cancellationToken) : person.Accounts,
            command.HideContacts
        );
        await people.ChangeAsync(person, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return UserView.From(person, clock.GetUtcNow());
    }
}

internal sealed class RemoveUserHandler(IAppDbContext db, IPeople people) : IRequestHandler<RemoveUserCommand, Unit>
{
    public async Task<Unit> Handle(RemoveUserCommand command, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await people.AcquireExclusiveAsync(cancellationToken);
        var person =
            await people.FindAsync(new(command.User), cancellationToken)
            ?? throw new DomainException(Refusal.NotFound(Reasons.UserUnknown, "user"));
        person.LeaveAdministration(await people.CountAdministratorsAsync(cancellationToken));
        await people.RemoveAsync(person.Id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Unit.Value;
    }
}
