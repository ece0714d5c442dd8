namespace AmoCrmQualification.Bench.Processing;

// The product's tables as plain entities, with the columns this work needs.

internal sealed class NaiveInboxRow
{
    public Guid UserAccountId { get; set; }
    public Guid Id { get; set; }
    public DateTimeOffset ReceivedAt { get; set; }
    public DateTimeOffset DueAt { get; set; }
    public bool IsDead { get; set; }
    public int Attempts { get; set; }
    public byte[] RawBody { get; set; } = [];
}

internal sealed class NaiveDelivery
{
    public Guid UserAccountId { get; set; }
    public Guid Id { get; set; }
    public DateTimeOffset ReceivedAt { get; set; }
    public string State { get; set; } = "";
    public int Attempts { get; set; }
    public string Events { get; set; } = "";
    public byte[] RawBody { get; set; } = [];
}

internal sealed class NaiveLead
{
    public Guid UserAccountId { get; set; }
    public Guid Id { get; set; }
    public long? AmocrmLeadId { get; set; }
    public long? CurrentPipelineId { get; set; }
    public long? CurrentStatusId { get; set; }
    public bool IsQualified { get; set; }
    public DateTimeOffset? FirstQualifiedAt { get; set; }
    public DateTimeOffset UpdatedAt { get; set; }
}

internal sealed class NaiveDeal
{
    public Guid UserAccountId { get; set; }
    public long AmocrmLeadId { get; set; }
    public long? Price { get; set; }
    public DateTimeOffset? PriceChangedAt { get; set; }
    public DateTimeOffset? PriceReceivedAt { get; set; }
    public DateTimeOffset FirstSeenAt { get; set; }
}

internal sealed class NaiveStage
{
    public Guid Id { get; set; }
    public Guid UserAccountId { get; set; }
    public long PipelineId { get; set; }
    public long StatusId { get; set; }
    public bool IsQualifiedStage { get; set; }
}

internal sealed class NaiveStep
{
    public Guid UserAccountId { get; set; }
    public long AmocrmLeadId { get; set; }
    public long ToPipelineId { get; set; }
    public long ToStatusId { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
    public Guid Id { get; set; }
    public Guid? LeadId { get; set; }
    public long? FromPipelineId { get; set; }
    public long? FromStatusId { get; set; }
    public int OrderInSecond { get; set; }
    public DateTimeOffset ReceivedAt { get; set; }
    public int Position { get; set; }
    public string FirstSource { get; set; } = "webhook";
    public string Source { get; set; } = "webhook";
    public DateTimeOffset SourceReceivedAt { get; set; }
    public long? OriginStatusId { get; set; }
    public string? WebhookData { get; set; }
}

internal sealed class NaiveReached
{
    public Guid UserAccountId { get; set; }
    public long AmocrmLeadId { get; set; }
    public long PipelineId { get; set; }
    public long StatusId { get; set; }
    public DateTimeOffset FirstEnteredAt { get; set; }
    public DateTimeOffset LastEnteredAt { get; set; }
}
