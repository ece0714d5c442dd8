using AmoCrmQualification.Application.Common;
using AmoCrmQualification.Application.Data;
using AmoCrmQualification.Application.Leads;
using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Application.Outbox;
using AmoCrmQualification.Application.Push;
using AmoCrmQualification.Application.Tests.Support;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.AmoCrm;
using AmoCrmQualification.Domain.Campaigns;
using AmoCrmQualification.Domain.Connections;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Ledger;
using AmoCrmQualification.Infrastructure.Phones;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Moq;

namespace AmoCrmQualification.Application.Tests.Push;

/// <summary>One go at the leads of an account, with amoCRM, the outbox and the ledger played by the test.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal abstract partial class PushTest
{
    protected static readonly DateTimeOffset Noon = new(2026, 9, 21, 12, 0, 0, TimeSpan.Zero);
    protected static readonly TimeSpan FiveSeconds = TimeSpan.FromSeconds(5);

    private readonly List<Lead> _leads = [];
    private readonly List<OutboxItem> _due = [];
    private readonly OutboxLease _lease;

    protected PushTest() => _lease = new(Account.Id, Guid.Empty, Failures: 0, [OutboxKind.PushLead]);

    protected UserAccount Account { get; } = UserAccount.Open("Клиент", "secret", Noon);
    protected List<Connection> Connections { get; } = [];
    protected List<Direction> Directions { get; } = [];
    protected Mock<IAppDbContext> Db { get; } = new();
    protected Mock<IOutbox> Outbox { get; } = new();
    protected Mock<ILocks> Locks { get; } = new();
    protected Mock<IPayloadEraser> Payloads { get; } = new();

    /// <summary>Deals that the ledger knows to belong to leads.</summary>
    protected Dictionary<DealId, LeadId> Owners { get; } = [];
    protected List<DealChange> Written { get; } = [];

    /// <summary>Leads whose rows were ticked off, and those that wait, with how long.</summary>
    protected List<LeadId> Completed { get; } = [];
    protected Dictionary<LeadId, TimeSpan> Waiting { get; } = [];
    protected DateTimeOffset Now { get; set; } = Noon;

    [SetUp]
    public void PlayAll()
    {
        Connections.Add(Connection.To(Account.Id));
        PlayDatabase();
        PlayOutbox();
        PlayAmo();
    }

    protected Task<int> PushAsync()
    {
        var clock = new Mock<TimeProvider>();
        clock.Setup(c => c.GetUtcNow()).Returns(() => Now);
        var ledger = new Mock<ILedger>();
        ledger
            .Setup(l =>
                l.LockAsync(
                    It.IsAny<IReadOnlyCollection<DealKey>>(),
                    Array.Empty<(UserAccountId, LeadId)>(),
                    It.IsAny<CancellationToken>()
                )
            )
            .ReturnsAsync(
                (
                    IReadOnlyCollection<DealKey> keys,
                    IReadOnlyCollection<(UserAccountId Account, LeadId Lead)> _,
                    CancellationToken _
                ) => Locked(keys)
            );
        ledger
            .Setup(l => l.WriteAsync(It.IsAny<IReadOnlyCollection<DealChange>>(), false, It.IsAny<CancellationToken>()))
            .Callback((IReadOnlyCollection<DealChange> changes, bool _, CancellationToken _) => Written.AddRange(changes));
        Payloads.Setup(p => p.EraseDealAsync(It.IsAny<DealKey>(), It.IsAny<CancellationToken>())).ReturnsAsync([]);
        var leads = new LockedLeads(Db.Object, Locks.Object);
        var handler = new PushLeadsHandler(
            Db.Object,
            Outbox.Object,
            new(Amo.Object, new PhoneReader()),
            new(Db.Object, Amo.Object),
            new(Db.Object, Outbox.Object, ledger.Object, leads, Payloads.Object, clock.Object),
            clock.Object
        );
        return handler.Handle(new(_lease), CancellationToken.None);
    }

    /// <summary>A lead that is due.</summary>
    protected Lead Due(
        string? phone = "+79161234567",
        string? name = "Анна",
        int attempts = 0,
        Utm? utm = null,
        DirectionId? direction = null
    )
    {
        var lead = Lead.Create(
            new(
                Account.Id,
                LeadSource.Website,
                new(name, phone, phone, ChatId: null, Email: null, Message: null),
                direction,
                Creative: null,
                AdId: null,
                utm ?? new(null, null, null, null, null),
                Deal: null,
                Push: true,
                CreatedAt: null,
                Idempotency: null
            ),
            Noon
        );
        _leads.Add(lead);
        _due.Add(new(lead.Id.Value.ToString(), Version: 1, attempts));
        return lead;
    }

    /// <summary>As many leads of different people.</summary>
    protected Lead[] DueMany(int count, int attempts = 0) =>
        [.. Enumerable.Range(0, count).Select(i => Due($"+7916000{i:0000}", attempts: attempts))];

    protected static string TagOf(Lead lead) => LeadTag.From(lead.Id);

    /// <summary>Nothing of the rows was touched: what is due stays due, and no attempt is counted.</summary>
    protected void AssertRowsAreAsTheyWere() =>
        Assert.That((Completed, Waiting), Is.EqualTo((new List<LeadId>(), new Dictionary<LeadId, TimeSpan>())));

    private void PlayDatabase()
    {
        var database = new Mock<DatabaseFacade>(new Mock<DbContext>().Object);
        database
            .Setup(d => d.BeginTransactionAsync(It.IsAny<CancellationToken>()))
            .ReturnsAsync(() => new Mock<IDbContextTransaction>().Object);
        Db.Setup(db => db.Database).Returns(database.Object);
        Db.Setup(db => db.UserAccounts).Returns(() => Table.From([Account]));
        Db.Setup(db => db.Connections).Returns(() => Table.From(Connections));
        Db.Setup(db => db.Directions).Returns(() => Table.From(Directions));
        Db.Setup(db => db.Leads).Returns(() => Table.From(_leads));
    }

    private void PlayOutbox()
    {
        Outbox
            .Setup(o => o.DueAsync(_lease, OutboxKind.PushLead, It.IsAny<int>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((OutboxLease _, OutboxKind _, int limit, CancellationToken _) => [.. _due.Take(limit)]);
        Outbox
            .Setup(o =>
                o.CompleteAsync(
                    It.IsAny<OutboxLease>(),
                    OutboxKind.PushLead,
                    It.IsAny<IReadOnlyCollection<OutboxItem>>(),
                    It.IsAny<CancellationToken>()
                )
            )
            .Callback(
                (OutboxLease _, OutboxKind _, IReadOnlyCollection<OutboxItem> rows, CancellationToken _) =>
                    Completed.AddRange(rows.Select(LeadOf))
            );
        Outbox
            .Setup(o =>
                o.RescheduleAsync(
                    It.IsAny<OutboxLease>(),
                    OutboxKind.PushLead,
                    It.IsAny<IReadOnlyCollection<OutboxItem>>(),
                    It.IsAny<TimeSpan>(),
                    It.IsAny<CancellationToken>()
                )
            )
            .Callback(
                (OutboxLease _, OutboxKind _, IReadOnlyCollection<OutboxItem> rows, TimeSpan delay, CancellationToken _) =>
                {
                    foreach (var row in rows)
                        Waiting[LeadOf(row)] = delay;
                }
            );
    }

    private LockedDeals Locked(IEnumerable<DealKey> keys) =>
        new(
            keys.ToDictionary(key => key, key => new Deal(key, Owners.TryGetValue(key.Deal, out var owner) ? owner : null)),
            new HashSet<(UserAccountId, Stage)>(),
            new Dictionary<UserAccountId, AdoptionRules>(),
            new Dictionary<LeadId, TaggedLead>()
        );

    private static LeadId LeadOf(OutboxItem row) => new(Guid.Parse(row.Subject));
}
