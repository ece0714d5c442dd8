using AmoCrmQualification.Application.Inbox.Bodies;
using AmoCrmQualification.Application.Inbox.Forms;
using AmoCrmQualification.Domain.Attribution;
using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Application.Inbox;

/// <summary>
/// Reads the deals of one delivery. A deal whose id or stage cannot be true is set aside with the reason; any other
/// field that cannot be true counts as absent.
/// </summary>
internal sealed class LeadEventReader(UserAccountId account, DateTimeOffset receivedAt, long bodyFingerprint)
{
    private const string Lead = ParsedEvent.Lead;
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
            return new(Lead, word, id, new(deal, null, null, Mark(DeletionKind.Deleted)), null);

        var (observation, refusal) = Observe(entity, position);
        if (refusal is not null && word != "restore")
            return SetAside(word, id, refusal);

        var price =
            observation is not null && AmoNumber.Price(entity.Text("price")) is { } amount
                ? new PriceReport(amount, observation.ChangedAt, receivedAt)
                : null;
        return new(
            Lead,
            word,
            id,
            new(deal, observation, price, word == "restore" ? Mark(DeletionKind.Restored) : null)
            {
                Details = DetailsOf(entity),
                Marks = FieldMarks.Read(EntityDetails.Fields(entity), MarkSource.Webhook, ChangedAt(entity)),
            },
            refusal
        );
    }

    /// <summary>A form, chat or call that became a deal: the address of its page may bear marks.</summary>
    public ParsedEvent ReadUnsorted(string word, FormNode entity, bool isForeign)
    {
        var id = AmoNumber.Id(entity.Text("lead_id"));
        var told = new ParsedEvent(ParsedEvent.Unsorted, word, Id: null, Report: null, Reason: null);
        if (id is null || isForeign)
            return told;
        var deal = new DealId(id.Value);
        told = told with { LinkedDeals = [deal] };
        if (word != "add")
            return told;
        var texts = new[] { entity["source_data"], entity["data"] }.OfType<FormNode>().SelectMany(EntityDetails.Texts);
        var seenAt = Time(entity.Text("created_at")) ?? Time(entity.Text("date_create")) ?? receivedAt;
        var marks = FieldMarks.ReadAddresses(texts, MarkSource.Unsorted, seenAt);
        return marks.Count == 0
            ? told
            : told with
            {
                Id = id,
                Report = new(new(account, deal), null, null, null) { Marks = marks },
            };
    }

    private DealDetails DetailsOf(FormNode entity) =>
        new(
            Time(entity.Text("created_at")) ?? Time(entity.Text("date_create")),
            AmoNumber.Id(entity.Text("responsible_user_id")) is { } user ? new(new(user), ChangedAt(entity)) : null,
            EntityDetails.TaggedLead(entity)
        );

    private (Observation? Observation, string? Refusal) Observe(FormNode entity, int position)
    {
        if (AmoNumber.IsMissing(entity.Text("status_id")) || AmoNumber.IsMissing(entity.Text("pipeline_id")))
            return (null, "no_stage");
        if (AmoNumber.Id(entity.Text("status_id")) is not { } status)
            return (null, "invalid_status_id");
        if (AmoNumber.Id(entity.Text("pipeline_id")) is not { } pipeline)
            return (null, "invalid_pipeline_id");

        return (
            Observation.From(ReportSource.Webhook, new(new(pipeline), new(status)), ChangedAt(entity), receivedAt, position) with
            {
                Origin = new(
                    AmoNumber.Id(entity.Text("old_pipeline_id")) is { } oldPipeline ? new(oldPipeline) : null,
                    AmoNumber.Id(entity.Text("old_status_id")) is { } oldStatus ? new(oldStatus) : null
                ),
                Payload = entity.ToJson(),
            },
            null
        );
    }

    /// <summary>Epoch seconds: last_modified, else updated_at, else the time it was received.</summary>
    private DateTimeOffset ChangedAt(FormNode entity) =>
        Time(entity.Text("last_modified")) ?? Time(entity.Text("updated_at")) ?? receivedAt;

    /// <summary>Null for what cannot be a time of a change: 0, milliseconds, a date in words, next year.</summary>
    private DateTimeOffset? Time(string? text) =>
        AmoNumber.Whole(text) is { } seconds && seconds >= Earliest && seconds <= (receivedAt + MostAhead).ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private DeletionEvent Mark(DeletionKind kind) => new(kind, receivedAt, bodyFingerprint);

    private static ParsedEvent SetAside(string word, long? id, string reason) => new(Lead, word, id, null, reason);
}
