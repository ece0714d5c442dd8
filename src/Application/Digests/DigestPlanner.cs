using AmoCrmQualification.Domain.Digests;
using Microsoft.Extensions.Logging;

namespace AmoCrmQualification.Application.Digests;

/// <summary>Writes the messages of the digests whose time has come, one for each period however many replicas look.</summary>
internal sealed class DigestPlanner(
    IAppDbContext db,
    DigestWriter writer,
    IDigestQueue queue,
    TimeProvider clock,
    ILogger<DigestPlanner> log
)
{
    private const int AtOnce = 200;

    public async Task PlanAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await db
            .Digests.Where(d => d.NextAt <= now && d.Pause == null && d.Recipient != null)
            .Where(d => db.UserAccounts.Any(a => a.Id == d.UserAccountId && !a.IsArchived))
            .OrderBy(d => d.NextAt)
            .Select(d => new { d.UserAccountId, d.Id })
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
        foreach (var one in due)
        {
            try
            {
                await PlanAsync(one.UserAccountId, one.Id, cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another replica has planned it.
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                log.LogError(e, "Digest {Digest} of account {Account} is not written", one.Id.Value, one.UserAccountId.Value);
            }
        }
    }

    private async Task PlanAsync(UserAccountId account, DigestId id, CancellationToken cancellationToken)
    {
        db.ClearChangeTracker();
        var now = clock.GetUtcNow();
        var digest = await db.Digests.SingleOrDefaultAsync(d => d.UserAccountId == account && d.Id == id, cancellationToken);
        if (digest is null || !digest.IsSent || digest.NextAt > now)
            return;
        var (message, told) = await writer.WriteAsync(digest, DigestMessageKind.Scheduled, cancellationToken);
        // A digest that was put off to later on the same day was sent already.
        var isPlanned = await db.DigestMessages.AnyAsync(
            m => m.UserAccountId == account && m.DigestId == id && m.Day == message.Day,
            cancellationToken
        );
        if (!isPlanned)
            db.DigestMessages.Add(message);
        digest.MoveOn(isPlanned ? digest.Told : told, now);
        await db.SaveChangesAsync(cancellationToken);
        await queue.WakeAsync(cancellationToken);
    }
}
