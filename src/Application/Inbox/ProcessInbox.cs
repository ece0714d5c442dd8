using AmoCrmQualification.Application.Inbox.Forms;
using AmoCrmQualification.Application.Leads;
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
    ErasedDeals erased,
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
        var outcomes = new Queue<ReportOutcome>(
            await mediator.Send(new ProcessLeadStatusChangesCommand(reports), cancellationToken)
        );
        var forgotten = await erased.AmongAsync(UnreportedDeals(batch, parsed), cancellationToken);
        var done = batch.Zip(parsed, (delivery, told) => OutcomeOf(delivery, told, outcomes, forgotten)).ToList();
        await claimed.CompleteAsync(done, cancellationToken);
        foreach (var state in done.GroupBy(o => o.State))
            Count(state.Key == DeliveryState.Unmatched ? "unmatched" : "processed", state.Count());
    }

    /// <summary>Deals that the ledger does not hear of, though a body names them: set aside, or an event that moves nothing.</summary>
    private static IEnumerable<DealKey> UnreportedDeals(IEnumerable<ClaimedDelivery> batch, IEnumerable<ParsedDelivery> parsed) =>
        batch
            .Zip(parsed, (delivery, told) => told.Events.Where(e => e.Report is null).Select(e => e.DealOf(delivery.Account)))
            .SelectMany(deals => deals.OfType<DealKey>());

    private static DeliveryOutcome OutcomeOf(
        ClaimedDelivery delivery,
        ParsedDelivery told,
        Queue<ReportOutcome> outcomes,
        IReadOnlySet<DealKey> forgotten
    )
    {
        var events = new List<DeliveryEvent>(told.Events.Count);
        var keepsBody = true;
        foreach (var parsed in told.Events)
        {
            var outcome = parsed.Report is null ? null : outcomes.Dequeue();
            var isForgotten = outcome?.IsForgotten ?? (parsed.DealOf(delivery.Account) is { } deal && forgotten.Contains(deal));
            keepsBody &= !isForgotten;
            events.Add(new(parsed.Entity, parsed.Id, parsed.Event, EffectOf(parsed, outcome), parsed.Reason));
        }

        return new(delivery.Id, StateOf(events), events, told.Problem, keepsBody);
    }

    private static string EffectOf(ParsedEvent parsed, ReportOutcome? outcome) =>
        (outcome, parsed) switch
        {
            ({ } applied, _) => NameOf(applied.Effect),
            (null, { Reason: not null }) => "set_aside",
            _ => "ignored",
        };

    private static string NameOf(ReportEffect effect) =>
        effect switch
        {
            ReportEffect.Applied => "applied",
            ReportEffect.Unchanged => "unchanged",
            ReportEffect.Repeated => "repeated",
            ReportEffect.Unmatched => "unmatched",
        };

    private static DeliveryState StateOf(IEnumerable<DeliveryEvent> events) =>
        events.Any(e => e.Effect == "unmatched") ? DeliveryState.Unmatched : DeliveryState.Processed;

    /// <summary>A database that is away, or a worker that stops, says nothing about the delivery.</summary>
    private static bool IsOfTheDelivery(Exception e) =>
        e is not OperationCanceledException && e is not System.Data.Common.DbException { IsTransient: true };
}
