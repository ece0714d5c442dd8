using System.Globalization;
using AmoCrmQualification.Application.Webhooks.Forms;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Pipelines;

namespace AmoCrmQualification.Application.Webhooks;

/// <summary>Reads the deals of one delivery. What cannot be true is set aside with a reason; the rest takes effect.</summary>
internal sealed class LeadEventReader(UserAccountId account, DateTimeOffset receivedAt, long bodyFingerprint)
{
    private const string Lead = "lead";
    private static readonly long Earliest = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
    private static readonly TimeSpan MostAhead = TimeSpan.FromDays(1);

    public ParsedEvent Read(string word, FormNode entity, int position, bool isForeign)
    {
        var id = AmoNumber.Id(entity.Text("id"));
        if (word is not ("add" or "update" or "status" or "delete" or "restore"))
            return new(Lead, word, id, null, null);
        if (isForeign)
            return SetAside(word, id, "foreign_account");
        if (id is null)
            return SetAside(word, id, "invalid_id");

        var deal = new DealKey(account, new(id.Value));
        if (word == "delete")
            return new(Lead, word, id, new(deal, null, null, Mark(Presence.Deleted)), null);

        var (observation, refusal) = Observe(entity, position);
        if (refusal is not null && word != "restore")
            return SetAside(word, id, refusal);

        var price =
            observation is not null && AmoNumber.Price(entity.Text("price")) is { } amount
                ? new PriceReport(amount, observation.ChangedAt, receivedAt)
                : null;
        return new(Lead, word, id, new(deal, observation, price, word == "restore" ? Mark(Presence.Restored) : null), refusal);
    }

    private (Observation? Observation, string? Refusal) Observe(FormNode entity, int position)
    {
        if (AmoNumber.IsMissing(entity.Text("status_id")) || AmoNumber.IsMissing(entity.Text("pipeline_id")))
            return (null, "no_stage");
        if (AmoNumber.Id(entity.Text("status_id")) is not { } status)
            return (null, "invalid_status_id");
        if (AmoNumber.Id(entity.Text("pipeline_id")) is not { } pipeline)
            return (null, "invalid_pipeline_id");
        if (!TryOldId(entity.Text("old_status_id"), out var oldStatus))
            return (null, "invalid_old_status_id");
        if (!TryOldId(entity.Text("old_pipeline_id"), out var oldPipeline))
            return (null, "invalid_old_pipeline_id");
        if (!TryChangedAt(entity, out var changedAt))
            return (null, "invalid_date");

        return (
            new Observation
            {
                ChangedAt = changedAt,
                Stage = new(new(pipeline), new(status)),
                Origin = new(oldPipeline is { } p ? new AmoPipelineId(p) : null, oldStatus is { } s ? new AmoStatusId(s) : null),
                ReceivedAt = receivedAt,
                Position = position,
                FirstSource = ReportSource.Webhook,
                Source = ReportSource.Webhook,
                SourceReceivedAt = receivedAt,
                SourcePosition = position,
                Payload = entity.ToJson(),
            },
            null
        );
    }

    private static bool TryOldId(string? text, out long? id)
    {
        id = AmoNumber.IsMissing(text) ? null : AmoNumber.Id(text);
        return AmoNumber.IsMissing(text) || id is not null;
    }

    /// <summary>Epoch seconds: last_modified, else updated_at, else the time it was received.</summary>
    private bool TryChangedAt(FormNode entity, out DateTimeOffset changedAt)
    {
        changedAt = receivedAt;
        var text = entity.Text("last_modified") is { Length: > 0 } modified ? modified : entity.Text("updated_at");
        if (string.IsNullOrEmpty(text))
            return true;
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return false;
        if (seconds < Earliest || seconds > (receivedAt + MostAhead).ToUnixTimeSeconds())
            return false;

        changedAt = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return true;
    }

    private PresenceMark Mark(Presence presence) => new(presence, receivedAt, bodyFingerprint);

    private static ParsedEvent SetAside(string word, long? id, string reason) => new(Lead, word, id, null, reason);
}
