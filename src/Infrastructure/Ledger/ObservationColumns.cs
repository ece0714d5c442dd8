using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Infrastructure.Ledger;

/// <summary>An observation of a deal, as both tables of observations keep it.</summary>
internal sealed record StoredObservation(DealId Deal, Observation Observation);

/// <summary>
/// The columns of an account's observations, spelt here alone: statements are made of them, and rows are read in their order. The
/// account itself is $1 of each statement. The payload stands apart, as it is written where it is new and never loaded.
/// </summary>
internal static class ObservationColumns
{
    private static readonly string[] s_key = ["amocrm_lead_id", "changed_at", "to_pipeline_id", "to_status_id"];

    private static readonly string[] s_facts =
    [
        "origin_pipeline_id",
        "origin_status_id",
        "received_at",
        "position",
        "first_source",
        "source",
        "source_received_at",
        "seen_in_events",
    ];

    public const string Payload = "webhook_data";

    public static int Count => s_key.Length + s_facts.Length;

    /// <summary>The key within the account and the facts, each preceded by its table's alias.</summary>
    public static string Names(string alias = "") => string.Join(", ", s_key.Concat(s_facts).Select(column => alias + column));

    /// <summary>The facts alone: what further reports of an observation change.</summary>
    public static string Facts(string alias = "") => string.Join(", ", s_facts.Select(column => alias + column));

    public static string IsSame(string one, string other) =>
        string.Join(" AND ", s_key.Select(column => $"{one}{column} = {other}{column}"));

    /// <summary>amoCRM's clocks differ by a second or so: two reports of one change may bear other times.</summary>
    public static string IsNear(string one, string other) =>
        $"{one}changed_at BETWEEN {other}changed_at - interval '5 seconds' AND {other}changed_at + interval '5 seconds'";

    /// <summary>The key, the facts and the payload, in the order of their names.</summary>
    public static NpgsqlParameter[] Values(IReadOnlyCollection<StoredObservation> rows) =>
        [
            rows.Column(r => r.Deal.Value),
            rows.Column(r => r.Observation.ChangedAt),
            rows.Column(r => r.Observation.Stage.Pipeline.Value),
            rows.Column(r => r.Observation.Stage.Status.Value),
            rows.Column(r => r.Observation.Origin.Pipeline?.Value),
            rows.Column(r => r.Observation.Origin.Status?.Value),
            rows.Column(r => r.Observation.ReceivedAt),
            rows.Column(r => r.Observation.Position),
            rows.Column(r => SnakeCaseEnum<ReportSource>.Format(r.Observation.FirstSource)),
            rows.Column(r => SnakeCaseEnum<ReportSource>.Format(r.Observation.Source)),
            rows.Column(r => r.Observation.SourceReceivedAt),
            rows.Column(r => r.Observation.SeenInEvents),
            rows.Column(r => r.Observation.Payload),
        ];

    public static Observation Read(NpgsqlDataReader row) =>
        new()
        {
            ChangedAt = row.GetFieldValue<DateTimeOffset>(1),
            Stage = new(new(row.GetInt64(2)), new(row.GetInt64(3))),
            Origin = new(Pipeline(row, 4), Status(row, 5)),
            ReceivedAt = row.GetFieldValue<DateTimeOffset>(6),
            Position = row.GetInt32(7),
            FirstSource = SnakeCaseEnum<ReportSource>.Parse(row.GetString(8)),
            Source = SnakeCaseEnum<ReportSource>.Parse(row.GetString(9)),
            SourceReceivedAt = row.GetFieldValue<DateTimeOffset>(10),
            SeenInEvents = row.GetBoolean(11),
            SourcePosition = -1, // stored reports come before those of the same body that are told again
        };

    public static AmoPipelineId? Pipeline(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : new(row.GetInt64(column));

    public static AmoStatusId? Status(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : new(row.GetInt64(column));
}
