using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.AmoCrm;
using Moq;
using Moq.Language.Flow;

namespace AmoCrmQualification.Application.Tests.Push;

// amoCRM: what it has, and what it is asked to make.
internal abstract partial class PushTest
{
    protected Mock<IAmoLeads> Amo { get; } = new();

    /// <summary>Contacts and deals that amoCRM has.</summary>
    protected List<AmoContactCard> Contacts { get; } = [];
    protected List<AmoDealCard> Deals { get; } = [];

    protected List<NewAmoContact> AskedContacts { get; } = [];
    protected List<NewAmoDeal> AskedDeals { get; } = [];

    protected ISetup<IAmoLeads, Task<IReadOnlyDictionary<string, long>>> WhenContactsAreAskedFor() =>
        Amo.Setup(a =>
            a.CreateContactsAsync(Account.Id, It.IsAny<IReadOnlyCollection<NewAmoContact>>(), It.IsAny<CancellationToken>())
        );

    protected ISetup<IAmoLeads, Task<IReadOnlyDictionary<string, long>>> WhenDealsAreAskedFor() =>
        Amo.Setup(a =>
            a.CreateDealsAsync(Account.Id, It.IsAny<IReadOnlyCollection<NewAmoDeal>>(), It.IsAny<CancellationToken>())
        );

    protected static AmoCallException NoAnswer() => new(AmoFailure.Transient, status: null);

    protected AmoContactCard ContactAtAmo(long id, string phone, params long[] deals)
    {
        Contacts.Add(new(new(id), [phone], [], [.. deals.Select(deal => new DealId(deal))]));
        return Contacts[^1];
    }

    protected AmoDealCard DealAtAmo(long id, params string[] tags)
    {
        Deals.Add(new(new(id), new(new(11), new(21)), Noon, Noon, tags, [], $$"""{"id":{{id}}}"""));
        return Deals[^1];
    }

    private void PlayAmo()
    {
        Amo.Setup(a =>
                a.GetContactsAsync(Account.Id, It.IsAny<IReadOnlyCollection<AmoContactId>>(), It.IsAny<CancellationToken>())
            )
            .ReturnsAsync(
                (UserAccountId _, IReadOnlyCollection<AmoContactId> ids, CancellationToken _) =>
                    Contacts.FindAll(c => ids.Contains(c.Id))
            );
        Amo.Setup(a => a.SearchContactsAsync(Account.Id, It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(
                (UserAccountId _, string text, CancellationToken _) =>
                    Contacts.FindAll(c => c.Phones.Any(p => p.Contains(text, StringComparison.Ordinal)))
            );
        Amo.Setup(a => a.GetDealsAsync(Account.Id, It.IsAny<IReadOnlyCollection<DealId>>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(
                (UserAccountId _, IReadOnlyCollection<DealId> ids, CancellationToken _) => Deals.FindAll(d => ids.Contains(d.Id))
            );
        WhenContactsAreAskedFor()
            .ReturnsAsync((UserAccountId _, IReadOnlyCollection<NewAmoContact> asked, CancellationToken _) => Made(asked));
        WhenDealsAreAskedFor()
            .ReturnsAsync((UserAccountId _, IReadOnlyCollection<NewAmoDeal> asked, CancellationToken _) => Made(asked));
    }

    /// <summary>amoCRM makes contacts with ids from 1001 on.</summary>
    private Dictionary<string, long> Made(IReadOnlyCollection<NewAmoContact> asked)
    {
        AskedContacts.AddRange(asked);
        return asked.ToDictionary(c => c.RequestId, c => ContactAtAmo(1001 + Contacts.Count, c.Phone ?? "").Id.Value);
    }

    /// <summary>amoCRM makes deals with ids from 5001 on, and shows them with their contacts.</summary>
    protected Dictionary<string, long> Made(IReadOnlyCollection<NewAmoDeal> asked)
    {
        AskedDeals.AddRange(asked);
        var ids = asked.ToDictionary(d => d.RequestId, d => DealAtAmo(5001 + Deals.Count, [.. d.Tags]).Id.Value);
        foreach (var deal in asked)
            Contacts[Contacts.FindIndex(c => c.Id == deal.Contact)] = Contacts.Single(c => c.Id == deal.Contact) with
            {
                Deals = [.. Contacts.Single(c => c.Id == deal.Contact).Deals, new(ids[deal.RequestId])],
            };
        return ids;
    }
}
