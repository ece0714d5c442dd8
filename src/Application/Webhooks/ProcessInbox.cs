using AmoCrmQualification.Application.Common;
using AmoCrmQualification.Application.Leads;
using AmoCrmQualification.Application.Ops;
using AmoCrmQualification.Application.Webhooks.Forms;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Leads;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AmoCrmQualification.Application.Webhooks;

/// <summary>
/// Does what is due in one shard. One bad delivery neither stops nor undoes the rest: a batch that fails is halved
/// until it is alone. Answers how many deliveries were taken.
/// </summary>
public sealed record ProcessInboxCommand(int Shard) : IRequest<int>;

internal sealed class ProcessInboxHandler(
    IInbox inbox,
    IAppDbContext db,
    IMediator mediator,
    TimeProvider clock,
    ILogger<ProcessInboxHandler> log
) : IRequestHandler<ProcessInboxCommand, int>
{
    private const int BatchSize = 1000;

    private readonly Dictionary<string, int> _outcomes = new(StringComparer.Ordinal);

    public async Task<int> Handle(ProcessInboxCommand command, CancellationToken cancellationToken)
    {
        await using var turn = await inbox.TakeAsync(command.Shard, BatchSize, cancellationToken);
        if (turn is null)
            return 0;

        var began = clock.GetTimestamp();
        using var trace = Telemetry.Follow("process deliveries", turn.Deliveries.Select(d => d.TraceParent));

        var accountIds = turn.Deliveries.Select(d => d.Account).Distinct().ToList();
        var amoAccounts = await db
            .UserAccounts.Where(a => accountIds.Contains(a.Id))
            .Select(a => new { a.Id, a.AmocrmAccountId })
            .ToDictionaryAsync(a => a.Id, a => a.AmocrmAccountId, cancellationToken);
        await ProcessAsync(turn, turn.Deliveries.ToArray(), amoAccounts, cancellationToken);
        await turn.CommitAsync(cancellationToken);
        Measure(turn, began);
        return turn.Deliveries.Count;
    }

    private void Measure(IInboxTurn turn, long began)
    {
        Telemetry.ProcessingTime.Record(clock.GetElapsedTime(began).TotalSeconds);
        var now = clock.GetUtcNow();
        foreach (var delivery in turn.Deliveries)
            Telemetry.DeliveryLag.Record((now - delivery.ReceivedAt).TotalSeconds);
        foreach (var (state, count) in _outcomes)
            Telemetry.Deliveries.Add(count, new KeyValuePair<string, object?>("state", state));
    }

    private void Count(string state, int count = 1) => _outcomes[state] = _outcomes.GetValueOrDefault(state) + count;

    private async Task ProcessAsync(
        IInboxTurn turn,
        ArraySegment<ClaimedDelivery> batch,
        IReadOnlyDictionary<UserAccountId, AmoAccountId?> amoAccounts,
        CancellationToken cancellationToken
    )
    {
        await turn.BeginPartAsync(cancellationToken);
        try
        {
            await TakeEffectAsync(turn, batch, amoAccounts, cancellationToken);
        }
        catch (Exception e) when (IsOfTheDelivery(e))
        {
            await turn.UndoPartAsync(cancellationToken);
            if (batch.Count == 1)
            {
                log.LogWarning(e, "Delivery {Delivery} failed", batch[0].Id);
                Count(
                    await turn.PutOffAsync(batch[0], e.Message, isHopeless: e is FormTooLargeException, cancellationToken)
                        ? "dead"
                        : "failed"
                );
                return;
            }

            await ProcessAsync(turn, batch[..(batch.Count / 2)], amoAccounts, cancellationToken);
            await ProcessAsync(turn, batch[(batch.Count / 2)..], amoAccounts, cancellationToken);
        }
    }

    private async Task TakeEffectAsync(
        IInboxTurn turn,
        ArraySegment<ClaimedDelivery> batch,
        IReadOnlyDictionary<UserAccountId, AmoAccountId?> amoAccounts,
        CancellationToken cancellationToken
    )
    {
        var parsed = batch.Select(d => AmoWebhookParser.Parse(d, amoAccounts[d.Account])).ToList();
        var reports = parsed.SelectMany(events => events).Select(e => e.Report).OfType<DealReport>().ToList();
        var effects = new Queue<ReportEffect>(
            await mediator.Send(new ProcessLeadStatusChangesCommand(reports), cancellationToken)
        );
        var outcomes = batch.Zip(
            parsed,
            (delivery, events) =>
            {
                var told = events.Select(e => DeliveryEventOf(e, effects)).ToList();
                return new DeliveryOutcome(delivery.Id, StateOf(told), told);
            }
        );
        var done = outcomes.ToList();
        await turn.CompleteAsync(done, cancellationToken);
        foreach (var state in done.GroupBy(o => o.State))
            Count(state.Key == DeliveryState.Unmatched ? "unmatched" : "processed", state.Count());
    }

    private static DeliveryEvent DeliveryEventOf(ParsedEvent parsed, Queue<ReportEffect> effects)
    {
        var effect = parsed switch
        {
            { Report: not null } => NameOf(effects.Dequeue()),
            { Reason: not null } => "set_aside",
            _ => "ignored",
        };
        return new(parsed.Entity, parsed.Id, parsed.Event, effect, parsed.Reason);
    }

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
