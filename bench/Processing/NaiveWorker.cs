using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Primitives;
using Npgsql;

namespace AmoCrmQualification.Bench.Processing;

/// <summary>The straightforward worker: a unit of work of EF Core for each delivery, everything of it in one transaction.</summary>
internal sealed class NaiveWorker
{
    private readonly PooledDbContextFactory<NaiveContext> _contexts;

    public NaiveWorker(NpgsqlDataSource database)
    {
        var options = new DbContextOptionsBuilder<NaiveContext>().UseNpgsql(database).UseSnakeCaseNamingConvention().Options;
        _contexts = new PooledDbContextFactory<NaiveContext>(options);
    }

    /// <summary>Does all that is due. Deliveries are claimed many at a time: finding them shall not be what is measured.</summary>
    public async Task WorkAsync()
    {
        await using var db = await _contexts.CreateDbContextAsync();
        var now = TimeProvider.System.GetUtcNow();
        var due = await db.Inbox.AsNoTracking().Where(d => !d.IsDead && d.DueAt <= now).OrderBy(d => d.Id).ToListAsync();
        foreach (var delivery in due)
            await WorkAsync(delivery, now);
    }

    private async Task WorkAsync(NaiveInboxRow delivery, DateTimeOffset now)
    {
        await using var db = await _contexts.CreateDbContextAsync();
        var (account, move) = (delivery.UserAccountId, Move.Read(delivery.RawBody));
        var lead = await db.Leads.SingleAsync(l => l.UserAccountId == account && l.AmocrmLeadId == move.Deal);
        var deal = await db.Deals.SingleAsync(d => d.UserAccountId == account && d.AmocrmLeadId == move.Deal);
        var stage = await db
            .Stages.AsNoTracking()
            .SingleOrDefaultAsync(s => s.UserAccountId == account && s.PipelineId == move.Pipeline && s.StatusId == move.Status);
        var last = await db
            .Steps.AsNoTracking()
            .Where(s => s.UserAccountId == account && s.AmocrmLeadId == move.Deal)
            .OrderByDescending(s => s.ChangedAt)
            .ThenByDescending(s => s.OrderInSecond)
            .FirstOrDefaultAsync();

        db.Steps.Add(StepOf(delivery, move, lead, last));
        await ReachAsync(db, account, move);
        (lead.CurrentPipelineId, lead.CurrentStatusId, lead.UpdatedAt) = (move.Pipeline, move.Status, now);
        lead.IsQualified = stage?.IsQualifiedStage ?? false;
        if (lead.IsQualified)
            lead.FirstQualifiedAt ??= move.At;
        (deal.Price, deal.PriceChangedAt, deal.PriceReceivedAt) = (move.Price, move.At, delivery.ReceivedAt);
        Complete(db, delivery, move);
        await db.SaveChangesAsync();
    }

    private static async Task ReachAsync(NaiveContext db, Guid account, Move move)
    {
        var reached = await db.Reached.FindAsync(account, move.Deal, move.Pipeline, move.Status);
        if (reached is null)
        {
            reached = new()
            {
                UserAccountId = account,
                AmocrmLeadId = move.Deal,
                PipelineId = move.Pipeline,
                StatusId = move.Status,
                FirstEnteredAt = move.At,
            };
            db.Reached.Add(reached);
        }

        reached.LastEnteredAt = move.At;
    }

    private static NaiveStep StepOf(NaiveInboxRow delivery, Move move, NaiveLead lead, NaiveStep? last) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            UserAccountId = delivery.UserAccountId,
            AmocrmLeadId = move.Deal,
            LeadId = lead.Id,
            FromPipelineId = last?.ToPipelineId,
            FromStatusId = move.OldStatus,
            ToPipelineId = move.Pipeline,
            ToStatusId = move.Status,
            ChangedAt = move.At,
            ReceivedAt = delivery.ReceivedAt,
            SourceReceivedAt = delivery.ReceivedAt,
            OriginStatusId = move.OldStatus,
            WebhookData = move.Payload,
        };

    private static void Complete(NaiveContext db, NaiveInboxRow delivery, Move move)
    {
        db.Inbox.Remove(delivery);
        db.Deliveries.Add(
            new()
            {
                UserAccountId = delivery.UserAccountId,
                Id = delivery.Id,
                ReceivedAt = delivery.ReceivedAt,
                State = "processed",
                Attempts = delivery.Attempts + 1,
                Events = JsonSerializer.Serialize(
                    new[]
                    {
                        new
                        {
                            entity = "lead",
                            id = move.Deal,
                            @event = "status",
                            effect = "applied",
                        },
                    }
                ),
                RawBody = delivery.RawBody,
            }
        );
    }

    private sealed record Move(
        long Deal,
        long Pipeline,
        long Status,
        long OldStatus,
        long Price,
        DateTimeOffset At,
        string Payload
    )
    {
        public static Move Read(byte[] body)
        {
            var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body));
            return new(
                Number(form, "id"),
                Number(form, "pipeline_id"),
                Number(form, "status_id"),
                Number(form, "old_status_id"),
                Number(form, "price"),
                DateTimeOffset.FromUnixTimeSeconds(Number(form, "last_modified")),
                JsonSerializer.Serialize(form.ToDictionary(field => field.Key, field => field.Value.ToString()))
            );
        }

        private static long Number(Dictionary<string, StringValues> form, string field) =>
            long.Parse(form[$"leads[status][0][{field}]"].ToString(), CultureInfo.InvariantCulture);
    }
}
