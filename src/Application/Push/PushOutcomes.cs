using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Application.Outbox;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Push;

/// <summary>Outcomes of leads that get no deal now, each in a transaction of its own.</summary>
internal sealed class PushOutcomes(IAppDbContext db, IOutbox outbox, LockedLeads leads, TimeProvider clock)
{
    /// <summary>amoCRM needs a moment before it shows what it has done.</summary>
    public static readonly TimeSpan LookAfter = TimeSpan.FromSeconds(5);

    public Task CompleteAsync(PushContext context, IReadOnlyCollection<OutboxItem> rows, CancellationToken cancellationToken) =>
        rows.Count == 0
            ? Task.CompletedTask
            : InTransactionAsync(
                () => outbox.CompleteAsync(context.Lease, OutboxKind.PushLead, rows, cancellationToken),
                cancellationToken
            );

    public Task WaitAsync(
        PushContext context,
        IReadOnlyCollection<OutboxItem> rows,
        TimeSpan delay,
        CancellationToken cancellationToken
    ) =>
        rows.Count == 0
            ? Task.CompletedTask
            : InTransactionAsync(
                () => outbox.RescheduleAsync(context.Lease, OutboxKind.PushLead, rows, delay, cancellationToken),
                cancellationToken
            );

    /// <summary>They are not sent after all: erased, and amoCRM has nothing of them.</summary>
    public Task DropAsync(PushContext context, IReadOnlyCollection<PushItem> items, CancellationToken cancellationToken) =>
        SettleAsync(context, items, (lead, _, now) => lead.CancelPush(now), cancellationToken);

    /// <summary>
    /// Asks amoCRM to make something of these, once. Null when it did not: the refused are marked, the others come back
    /// after a look at what is there, as a batch may be done in part.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, long>?> TryAsync(
        PushContext context,
        ILookup<string, PushItem> batch,
        Func<Task<IReadOnlyDictionary<string, long>>> call,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await call();
        }
        catch (AmoCallException e) when (e.IsOfTheContent)
        {
            var refused = e.Refused.Where(r => batch.Contains(r.RequestId)).ToDictionary(r => r.RequestId, r => r.Error);
            if (refused.Count == 0 && batch.Count == 1)
                refused[batch.Single().Key] = $"amoCRM answered {e.Status}";
            await RefuseAsync(context, [.. refused.Keys.SelectMany(key => batch[key])], refused, batch, cancellationToken);
            await WaitAsync(
                context,
                [.. batch.Where(one => !refused.ContainsKey(one.Key)).SelectMany(one => one).Select(item => item.Row)],
                LookAfter,
                cancellationToken
            );
            return null;
        }
        catch (AmoCallException e) when (e.MayHaveBeenDone)
        {
            await WaitAsync(context, [.. batch.SelectMany(one => one).Select(item => item.Row)], LookAfter, cancellationToken);
            throw;
        }
    }

    private Task RefuseAsync(
        PushContext context,
        IReadOnlyCollection<PushItem> items,
        Dictionary<string, string> errors,
        ILookup<string, PushItem> batch,
        CancellationToken cancellationToken
    )
    {
        var errorOf = batch
            .Where(one => errors.ContainsKey(one.Key))
            .SelectMany(one => one.Select(item => (item.Lead.Id, Error: errors[one.Key])))
            .ToDictionary(pair => pair.Id, pair => pair.Error);
        return SettleAsync(context, items, (lead, item, now) => lead.RefusePush(errorOf[item.Lead.Id], now), cancellationToken);
    }

    private Task SettleAsync(
        PushContext context,
        IReadOnlyCollection<PushItem> items,
        Action<Lead, PushItem, DateTimeOffset> settle,
        CancellationToken cancellationToken
    ) =>
        items.Count == 0
            ? Task.CompletedTask
            : InTransactionAsync(
                async () =>
                {
                    var held = await leads.LockAsync(context.Account.Id, [.. items.Select(i => i.Lead.Id)], cancellationToken);
                    foreach (var item in items)
                        if (held.TryGetValue(item.Lead.Id, out var lead) && lead.IsToBePushed)
                            settle(lead, item, clock.GetUtcNow());
                    await db.SaveChangesAsync(cancellationToken);
                    await outbox.CompleteAsync(
                        context.Lease,
                        OutboxKind.PushLead,
                        [.. items.Select(i => i.Row)],
                        cancellationToken
                    );
                },
                cancellationToken
            );

    private async Task InTransactionAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await work();
        await transaction.CommitAsync(cancellationToken);
    }
}
