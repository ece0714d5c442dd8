namespace AmoCrmQualification.Application.People;

/// <summary>Current session.</summary>
public sealed record GetSessionQuery(SessionKey Key) : IRequest<SessionView>;

/// <summary>Ends a session; copies of its cookie end with it.</summary>
public sealed record SignOutCommand(SessionKey Key) : IRequest;

internal sealed class GetSessionHandler(ISessions sessions, IPeople people) : IRequestHandler<GetSessionQuery, SessionView>
{
    public async Task<SessionView> Handle(GetSessionQuery query, CancellationToken cancellationToken)
    {
        var person = await sessions.WhoseAsync(query.Key, cancellationToken) ?? throw new DomainException(SessionKey.Over);
        return await people.ShowAsync(person, query.Key, cancellationToken);
    }
}

internal sealed class SignOutHandler(ISessions sessions) : IRequestHandler<SignOutCommand, Unit>
{
    public async Task<Unit> Handle(SignOutCommand command, CancellationToken cancellationToken)
    {
        await sessions.EndAsync(command.Key, cancellationToken);
        return Unit.Value;
    }
}
