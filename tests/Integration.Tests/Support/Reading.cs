using System.Globalization;

namespace AmoCrmQualification.Integration.Tests.Support;

/// <summary>Reads answers of the service in few words.</summary>
internal static class Reading
{
    public static string? Text(this JsonElement json, string name) => json.GetProperty(name).GetString();

    public static bool Flag(this JsonElement json, string name) => json.GetProperty(name).GetBoolean();

    public static long? Number(this JsonElement json, string name) =>
        json.GetProperty(name) is { ValueKind: not JsonValueKind.Null } number ? number.GetInt64() : null;

    public static decimal? Money(this JsonElement json, string name) =>
        json.GetProperty(name) is { ValueKind: JsonValueKind.Number } amount ? amount.GetDecimal() : null;

    public static DateTimeOffset? Time(this JsonElement json, string name) =>
        json.GetProperty(name) is { ValueKind: not JsonValueKind.Null } time ? time.GetDateTimeOffset() : null;

    public static Guid Id(this JsonElement json, string field = "id") => json.GetProperty(field).GetGuid();

    public static bool IsNull(this JsonElement json, string field) => json.GetProperty(field).ValueKind == JsonValueKind.Null;

    public static IReadOnlyList<JsonElement> List(this JsonElement json, string field) =>
        [.. json.GetProperty(field).EnumerateArray()];

    public static IReadOnlyList<string> Names(this JsonElement json) => [.. json.EnumerateObject().Select(p => p.Name)];

    /// <summary>The stage a lead is in, <c>pipeline/status</c>; <c>-</c> for what is unknown.</summary>
    public static string Stage(this JsonElement lead) => Stage(lead, "current_");

    /// <summary>The way of a lead, a line a step: <c>11/21 > 11/22 @5</c>, seconds counted from <see cref="LeadForm.T0"/>.</summary>
    public static async Task<IReadOnlyList<string>> WayAsync(this TestAccount account, JsonElement lead) =>
        [
            .. (await account.HistoryAsync(lead)).Select(row =>
                $"{Stage(row, "from_")} > {Stage(row, "to_")} @{row.Time("changed_at")!.Value.ToUnixTimeSeconds() - LeadForm.T0}"
            ),
        ];

    public static async Task<IReadOnlyList<JsonElement>> DeliveriesAsync(this TestAccount account, string? state = null) =>
        await account.ItemsAsync("/api/webhook-deliveries" + (state is null ? "" : $"?state={state}"));

    /// <summary>What the latest delivery told, an entity a line: <c>lead 501 status: applied</c>, with the reason if there is one.</summary>
    public static async Task<IReadOnlyList<string>> ToldAsync(this TestAccount account) =>
        [.. (await account.DeliveriesAsync())[0].GetProperty("events").EnumerateArray().Select(Told)];

    private static string Told(JsonElement told) =>
        $"{told.Text("entity")} {Name(told.Number("id"))} {told.Text("event")}: {told.Text("effect")}"
        + (told.Text("reason") is { } reason ? $" ({reason})" : "");

    private static string Stage(JsonElement json, string prefix) =>
        $"{Name(json.Number(prefix + "pipeline_id"))}/{Name(json.Number(prefix + "status_id"))}";

    private static string Name(long? id) => id?.ToString(CultureInfo.InvariantCulture) ?? "-";
}
