using AmoCrmQualification.Application.Inbox.Forms;
using AmoCrmQualification.Application.Leads;
using AmoCrmQualification.Application.Matching;
using AmoCrmQualification.Domain.Ledger;
using Microsoft.Extensions.Logging;

namespace AmoCrmQualification.Application.Inbox;

/// <summary>
/// Does what is due in one shard. One bad delivery neither stops nor undoes the rest: a batch that fails is halved
/// until it is alone. Answers how many deliveries were taken.
/// </summary>
public sealed record ProcessInboxCommand(int Shard) : IRequest<int>;

internal sealed class ProcessInboxHandler(
    IInbox inbox,
    IAppDbContext db,
    IMediator mediator,
    ErasedPeople erased,
    TimeProvider clock,
    ILogger<ProcessInboxHandler> log
) : IRequestHandler<ProcessInboxCommand, int>
{
    private static readonly BatchLimit Most = new(Deliveries: 1000, Bytes: 8 << 20);

    private readonly Dictionary<string, int> _outcomes = new(StringComparer.Ordinal);

    public async Task<int> Handle(ProcessInboxCommand command, CancellationToken cancellationToken)
    {
        await using var claimed = await inbox.ClaimAsync(command.Shard, Most, cancellationToken);
        if (claimed is null)
            return 0;

        var began = clock.GetTimestamp();
        using var trace = Telemetry.Follow("process deliveries", claimed.Deliveries.Select(d => d.TraceParent));

        var accountIds = claimed.Deliveries.Select(d => d.Account).Distinct().ToList();
        var amoAccounts = await db
            .UserAccounts.Where(a => accountIds.Contains(a.Id))
            .Select(a => new { a.Id, a.AmocrmAccountId })
            .ToDictionaryAsync(a => a.Id, a => a.AmocrmAccountId, cancellationToken);
        await ProcessAsync(claimed, claimed.Deliveries.ToArray(), amoAccounts, cancellationToken);
        await claimed.CommitAsync(cancellationToken);
        Measure(claimed, began);
        return claimed.Deliveries.Count;
    }

    private void Measure(IInboxBatch claimed, long began)
    {
        Telemetry.ProcessingTime.Record(clock.GetElapsedTime(began).TotalSeconds);
        var now = clock.GetUtcNow();
        foreach (var delivery in claimed.Deliveries)
            Telemetry.DeliveryLag.Record((now - delivery.ReceivedAt).TotalSeconds);
        foreach (var (state, count) in _outcomes)
            Telemetry.Deliveries.Add(count, new KeyValuePair<string, object?>("state", state));
    }

    private void Count(string state, int count = 1) => _outcomes[state] = _outcomes.GetValueOrDefault(state) + count;

    private async Task ProcessAsync(
        IInboxBatch claimed,
        ArraySegment<ClaimedDelivery> batch,
        IReadOnlyDictionary<UserAccountId, AmoAccountId?> amoAccounts,
        CancellationToken cancellationToken
    )
    {
        await claimed.BeginPartAsync(cancellationToken);
        try
        {
            await ApplyAsync(claimed, batch, amoAccounts, cancellationToken);
        }
        catch (Exception e) when (IsOfTheDelivery(e))
        {
            await claimed.UndoPartAsync(cancellationToken);
            if (batch.Count == 1)
            {
                log.LogWarning(e, "Delivery {Delivery} failed", batch[0].Id);
                await RescheduleAsync(claimed, batch[0], e, cancellationToken);
                return;
            }

            await ProcessAsync(claimed, batch[..(batch.Count / 2)], amoAccounts, cancellationToken);
            await ProcessAsync(claimed, batch[(batch.Count / 2)..], amoAccounts, cancellationToken);
        }
    }

    private async Task RescheduleAsync(
        IInboxBatch claimed,
        ClaimedDelivery delivery,
        Exception e,
        CancellationToken cancellationToken
    )
    {
        if (await erased.RedactAsync(delivery, cancellationToken) is { } redacted)
            await claimed.ReplaceBodyAsync(delivery, redacted, cancellationToken);
        var isDead = await claimed.RescheduleAsync(
            delivery,
            e.Message,
            isHopeless: e is FormTooLargeException,
            cancellationToken
        );
        Count(isDead ? "dead" : "failed");
    }

    private async Task ApplyAsync(
        IInboxBatch claimed,
        ArraySegment<ClaimedDelivery> batch,
        IReadOnlyDictionary<UserAccountId, AmoAccountId?> amoAccounts,
        CancellationToken cancellationToken
    )
    {
        var parsed = batch.Select(d => AmoWebhookParser.Parse(d, amoAccounts[d.Account])).ToList();
        var reports = parsed.SelectMany(p => p.Events).Select(e => e.Report).OfType<DealReport>().ToList();
        var deals = await mediator.Send(new ProcessLeadStatusChangesCommand(reports), cancellationToken);
        var contacts = await ReportContactsAsync(parsed, cancellationToken);
        var forgotten = await erased.AmongAsync(UnreportedEvents(batch, parsed), cancellationToken);
        var outcomes = new EventOutcomes(deals, contacts, forgotten);
        var done = batch.Zip(parsed, (delivery, told) => outcomes.Next(delivery.Id, told)).ToList();
        await claimed.CompleteAsync(done, cancellationToken);
        foreach (var state in done.GroupBy(o => o.State))
            Count(state.Key == DeliveryState.Unmatched ? "unmatched" : "processed", state.Count());
    }

    /// <summary>After the deals, as they may come in the same batch.</summary>
    private async Task<IReadOnlyList<ContactEffect>> ReportContactsAsync(
        IEnumerable<ParsedDelivery> parsed,
        CancellationToken cancellationToken
    )
    {
        var reports = parsed.SelectMany(p => p.Events).Select(e => e.ContactReport).OfType<ContactReport>().ToList();
        return reports.Count == 0 ? [] : await mediator.Send(new ProcessContactChangesCommand(reports), cancellationToken);
    }

    /// <summary>Events that the ledger does not hear of, though they may show a person: set aside, or moving nothing.</summary>
    private static IEnumerable<(UserAccountId, ParsedEvent)> UnreportedEvents(
        IEnumerable<ClaimedDelivery> batch,
        IEnumerable<ParsedDelivery> parsed
    ) =>
        batch
            .Zip(parsed, (delivery, told) => told.Events.Where(e => e.Report is null).Select(e => (delivery.Account, e)))
            .SelectMany(events => events);

    /// <summary>A database that is away, or a worker that stops, says nothing about the delivery.</summary>
    private static bool IsOfTheDelivery(Exception e) =>
        e is not OperationCanceledException && e is not System.Data.Common.DbException { IsTransient: true };
}
