using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Application.Phones;

namespace AmoCrmQualification.Application.Push;

/// <summary>Gives each lead its contact at amoCRM: the one with exactly its phone (or e-mail), else a new one.</summary>
internal sealed class PushContacts(IAmoLeads amo, IPhoneNumbers phones)
{
    /// <summary>Finds the contacts that amoCRM has of the leads; all but lost leads go on.</summary>
    public async Task<PushStep> FindAsync(PushContext push, IReadOnlyList<PushItem> items, CancellationToken cancellationToken)
    {
        var stored = items.Select(i => i.Lead.AmocrmContactId).OfType<AmoContactId>().Distinct().ToList();
        var cards = (await amo.GetContactsAsync(push.Account.Id, stored, cancellationToken)).ToDictionary(c => c.Id);
        // A contact may have been merged away since; then the person is looked for again.
        var looked = items.Select(i => i with { Contact = StoredCard(i, cards) }).ToList();
        // An erased lead's person can be looked for no more, and its deal neither.
        var ended = looked.Where(IsLost).Select(i => new PushOutcome.Cancelled(i.Row)).ToList();
        var next = looked.Where(i => !IsLost(i)).ToList();

        var (found, failure) = await SearchAsync(push, People(next), cancellationToken);
        return new(
            [.. next.Select(i => i with { Contact = i.Contact ?? found.GetValueOrDefault(ContactIdentity.From(i.Lead)) })],
            ended,
            failure
        );
    }

    /// <summary>Creates contacts for leads that have none, one for each person.</summary>
    public async Task<PushStep> CreateAsync(PushContext push, IReadOnlyList<PushItem> items, CancellationToken cancellationToken)
    {
        var people = People(items);
        if (people.Count == 0)
            return new(items, []);
        var answer = await CreateAsync(push, people.ConvertAll(person => ContactOf(person.First())), cancellationToken);

        var next = items.Where(i => i.Contact is not null).ToList();
        var ended = new List<PushOutcome>();
        foreach (var person in people)
        {
            var key = person.First().Key;
            if (answer.Ids.TryGetValue(key, out var id))
                next.AddRange(person.Select(item => item with { Contact = new(new(id), [], [], Deals: []) }));
            else
                ended.AddRange(person.Select(item => answer.OutcomeOf(key, item.Row)));
        }

        return new(next, ended, answer.Failure);
    }

    /// <summary>Searches until amoCRM fails, if it does.</summary>
    private async Task<(IReadOnlyDictionary<ContactIdentity, AmoContactCard> Found, AmoCallException? Failure)> SearchAsync(
        PushContext push,
        IReadOnlyList<IGrouping<ContactIdentity, PushItem>> people,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<ContactIdentity, AmoContactCard>();
        try
        {
            foreach (var person in people)
                if (await SearchAsync(push, person.Key, cancellationToken) is { } card)
                    found.Add(person.Key, card);
            return (found, null);
        }
        catch (AmoCallException e)
        {
            return (found, e);
        }
    }

    /// <summary>Returns the oldest of several contacts, so that everybody always takes the same.</summary>
    private async Task<AmoContactCard?> SearchAsync(
        PushContext push,
        ContactIdentity person,
        CancellationToken cancellationToken
    ) =>
        person.SearchText(phones) is { } text
            ? (await amo.SearchContactsAsync(push.Account.Id, text, cancellationToken))
                .Where(card => person.IsOf(card, phones, push.Account.DefaultCountry))
                .MinBy(card => card.Id.Value)
            : null;

    private async Task<CreateAnswer> CreateAsync(
        PushContext push,
        IReadOnlyCollection<NewAmoContact> contacts,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return new(await amo.CreateContactsAsync(push.Account.Id, contacts, cancellationToken));
        }
        catch (AmoCallException e) when (CreateAnswer.IsGivenBy(e))
        {
            return CreateAnswer.From(e, [.. contacts.Select(c => c.RequestId)]);
        }
    }

    private static NewAmoContact ContactOf(PushItem item) => new(item.Key, item.Name, item.Lead.BestPhone, item.Lead.Email);

    /// <summary>Groups leads without a contact by person.</summary>
    private static List<IGrouping<ContactIdentity, PushItem>> People(IEnumerable<PushItem> items) =>
        [.. items.Where(i => i.Contact is null).GroupBy(i => ContactIdentity.From(i.Lead))];

    private static AmoContactCard? StoredCard(PushItem item, Dictionary<AmoContactId, AmoContactCard> cards) =>
        item.Lead.AmocrmContactId is { } stored ? cards.GetValueOrDefault(stored) : null;

    private static bool IsLost(PushItem item) => item is { Contact: null, Lead.ErasedAt: not null };
}
