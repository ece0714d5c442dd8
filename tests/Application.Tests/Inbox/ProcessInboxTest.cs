using System.Text;
using AmoCrmQualification.Application.Data;
using AmoCrmQualification.Application.Inbox;
using AmoCrmQualification.Application.Leads;
using AmoCrmQualification.Application.Matching;
using AmoCrmQualification.Application.Tests.Support;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.AmoCrm;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Ledger;
using MediatR;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;

namespace AmoCrmQualification.Application.Tests.Inbox;

/// <summary>One batch of deliveries, with the queue and the ledger played by the test.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal abstract class ProcessInboxTest
{
    protected static readonly DateTimeOffset Noon = new(2026, 9, 21, 12, 0, 0, TimeSpan.Zero);

    private readonly List<ClaimedDelivery> _claimed = [];

    protected UserAccount Account { get; } = UserAccount.Open("Клиент", "secret", Noon);
    protected List<Lead> Leads { get; } = [];
    protected Mock<IInbox> Inbox { get; } = new();
    protected Mock<IInboxBatch> Batch { get; } = new();

    /// <summary>The deals of each call of the ledger.</summary>
    protected List<long[]> Reported { get; } = [];

    /// <summary>With what the ledger fails whenever it hears of a deal.</summary>
    protected Dictionary<long, Exception> Poison { get; } = [];

    protected ReportOutcome Outcome { get; set; } = new(ReportEffect.Applied, IsForgotten: false);

    /// <summary>The contacts that amoCRM is asked about.</summary>
    protected HashSet<long> Contacts { get; } = [];

    protected List<DeliveryOutcome> Completed { get; } = [];
    protected List<(Guid Id, string Error, bool IsHopeless)> Rescheduled { get; } = [];
    protected Dictionary<Guid, string> Redacted { get; } = [];

    [SetUp]
    public void PlayQueue()
    {
        Inbox.Setup(i => i.ClaimAsync(3, It.IsAny<BatchLimit>(), It.IsAny<CancellationToken>())).ReturnsAsync(Batch.Object);
        Batch.Setup(b => b.Deliveries).Returns(_claimed);
        Batch
            .Setup(b => b.CompleteAsync(It.IsAny<IReadOnlyCollection<DeliveryOutcome>>(), It.IsAny<CancellationToken>()))
            .Callback((IReadOnlyCollection<DeliveryOutcome> done, CancellationToken _) => Completed.AddRange(done));
        Batch
            .Setup(b =>
                b.RescheduleAsync(
                    It.IsAny<ClaimedDelivery>(),
                    It.IsAny<string>(),
                    It.IsAny<bool>(),
                    It.IsAny<CancellationToken>()
                )
            )
            .Callback(
                (ClaimedDelivery one, string error, bool isHopeless, CancellationToken _) =>
                    Rescheduled.Add((one.Id, error, isHopeless))
            );
        Batch
            .Setup(b => b.ReplaceBodyAsync(It.IsAny<ClaimedDelivery>(), It.IsAny<byte[]>(), It.IsAny<CancellationToken>()))
            .Callback(
                (ClaimedDelivery one, byte[] body, CancellationToken _) => Redacted.Add(one.Id, Encoding.UTF8.GetString(body))
            );
    }

    protected Task<int> ProcessAsync()
    {
        var db = new Mock<IAppDbContext>();
        db.Setup(d => d.UserAccounts).Returns(() => Table.From([Account]));
        db.Setup(d => d.Leads).Returns(() => Table.From(Leads));
        var mediator = new Mock<IMediator>();
        mediator
            .Setup(m => m.Send(It.IsAny<ProcessLeadStatusChangesCommand>(), It.IsAny<CancellationToken>()))
            .Returns((ProcessLeadStatusChangesCommand command, CancellationToken _) => ReportAsync(command.Reports));
        mediator
            .Setup(m => m.Send(It.IsAny<ProcessContactChangesCommand>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((ProcessContactChangesCommand command, CancellationToken _) => [.. command.Reports.Select(HearOf)]);
        return new ProcessInboxHandler(
            Inbox.Object,
            db.Object,
            mediator.Object,
            new(db.Object),
            TimeProvider.System,
            NullLogger<ProcessInboxHandler>.Instance
        ).Handle(new(Shard: 3), CancellationToken.None);
    }

    /// <summary>A delivery that tells a stage of a deal.</summary>
    protected ClaimedDelivery Deliver(long deal) =>
        DeliverForm($"leads[status][0][id]={deal}&leads[status][0][status_id]=22&leads[status][0][pipeline_id]=11");

    protected ClaimedDelivery DeliverForm(string form)
    {
        _claimed.Add(new(Account.Id, Guid.CreateVersion7(), Noon, Attempts: 0, Encoding.UTF8.GetBytes(form)));
        return _claimed[^1];
    }

    /// <summary>A lead whose person was forgotten.</summary>
    protected void Erase(long deal, long? contact = null)
    {
        var lead = Lead.Create(
            new(
                Account.Id,
                LeadSource.Website,
                new(null, "+79161234567", null, null, null, null),
                Direction: null,
                Creative: null,
                AdId: null,
                new(null, null, null, null, null),
                new DealId(deal),
                Push: false,
                CreatedAt: null,
                Idempotency: null
            ),
            Noon
        );
        if (contact is { } id)
            lead.SetContact(new(id));
        lead.Erase(Noon);
        Leads.Add(lead);
    }

    protected void AssertNothingIsKept()
    {
        Batch.Verify(b => b.CommitAsync(It.IsAny<CancellationToken>()), Times.Never);
        Batch.Verify(b => b.DisposeAsync(), "it gives the attempts back");
        Assert.That(Rescheduled, Is.Empty);
    }

    private ContactEffect HearOf(ContactReport report) =>
        Contacts.Contains(report.Card.Id.Value) ? ContactEffect.Asked : ContactEffect.Unknown;

    private async Task<IReadOnlyList<ReportOutcome>> ReportAsync(IReadOnlyList<DealReport> reports)
    {
        Reported.Add([.. reports.Select(r => r.Deal.Deal.Value)]);
        await Task.CompletedTask;
        return reports.Select(r => r.Deal.Deal.Value).FirstOrDefault(Poison.ContainsKey) is var bad && bad != 0
            ? throw Poison[bad]
            : [.. reports.Select(_ => Outcome)];
    }
}
