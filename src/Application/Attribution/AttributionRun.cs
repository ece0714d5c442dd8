using System.Text.Json;
using AmoCrmQualification.Application.Runs;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Attribution;

/// <summary>A run that decides anew whose leads are, all leads of an account, a page at a time.</summary>
internal sealed class AttributionRun(IAppDbContext db, ILocks locks, IRuns runs, ILeadAttribution attribution) : IRunStep
{
    private const int PageSize = 5000;

    public IReadOnlyCollection<RunKind> Kinds { get; } = [RunKind.Attribution];

    public async Task<bool> StepAsync(RunLease lease, CancellationToken cancellationToken)
    {
        var account = lease.Account;
        var progress = await runs.ReadAsync(lease, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Alone, so that no mark comes in between and is overwritten.
        await locks.AcquireExclusiveAsync(account, cancellationToken);
        var total =
            progress.Total ?? await db.Leads.CountAsync(l => l.UserAccountId == account && l.ErasedAt == null, cancellationToken);
        LeadId? after = progress.Cursor is { } cursor ? new(JsonSerializer.Deserialize<Guid>(cursor)) : null;
        var page = await attribution.CompareAsync(account, after, PageSize, fields: null, cancellationToken);
        var reached = progress with
        {
            Done = progress.Done + page.Count,
            Total = Math.Max(total, progress.Done + page.Count),
            Changed = progress.Changed + await attribution.WriteAsync(account, page, cancellationToken),
        };

        var isLast = page.Count < PageSize;
        if (isLast)
            await runs.FinishAsync(lease, reached with { Total = reached.Done }, coveredUntil: null, cancellationToken);
        else
            await runs.SaveAsync(
                lease,
                reached with
                {
                    Cursor = JsonSerializer.Serialize(page[^1].Lead.Value),
                },
                cancellationToken
            );
        await transaction.CommitAsync(cancellationToken);
        return isLast;
    }
}
