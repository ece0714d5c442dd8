using System.Globalization;
using System.Text.RegularExpressions;

namespace AmoCrmQualification.Sandbox.V4;

/// <summary>Reads `filter[id][]=1&amp;filter[statuses][0][status_id]=142` as PHP would.</summary>
internal sealed class PhpQuery(IQueryCollection query)
{
    public string? Text(string key) => query.TryGetValue(key, out var value) ? value[^1] : null;

    public bool With(string what) => Values("with").Contains(what);

    /// <summary>All values of `key`, `key[]` and `key[n]`; commas separate values too.</summary>
    public IReadOnlyList<string> Values(string key)
    {
        var list = new Regex($@"^{Regex.Escape(key)}(\[\d*\])?$", RegexOptions.None, TimeSpan.FromSeconds(1));
        return
        [
            .. query
                .Where(q => list.IsMatch(q.Key))
                .SelectMany(q => q.Value)
                .SelectMany(v => (v ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
        ];
    }

    public HashSet<long> Ids(string key) => [.. Values(key).Select(Number)];

    /// <summary>Both ends inclusive: `key[from]`, `key[to]`, or `key=from,to`.</summary>
    public (long From, long To) Range(string key)
    {
        var plain = Values(key);
        var from = Text($"{key}[from]") ?? (plain.Count > 0 ? plain[0] : null);
        var to = Text($"{key}[to]") ?? (plain.Count > 1 ? plain[1] : null);
        return (from is null ? long.MinValue : Number(from), to is null ? long.MaxValue : Number(to));
    }

    /// <summary>`key[0][pipeline_id]=P&amp;key[0][status_id]=S` → pairs; null when the filter is absent.</summary>
    public HashSet<(long Pipeline, long Status)>? Stages(string key)
    {
        var indices = query
            .Keys.Where(k => k.StartsWith($"{key}[", StringComparison.Ordinal))
            .Select(k => k[(key.Length + 1)..].Split(']')[0])
            .Distinct()
            .ToArray();
        if (indices.Length == 0)
            return null;

        return [.. indices.Select(i => (Part(i, "pipeline_id"), Part(i, "status_id")))];

        long Part(string index, string name) =>
            Number(Text($"{key}[{index}][{name}]") ?? throw CrmProblem.BadRequest($"{key} needs pipeline_id and status_id"));
    }

    /// <summary>`order[created_at]=asc` → ("created_at", ascending).</summary>
    public (string Field, bool Ascending)? Order()
    {
        var key = query.Keys.FirstOrDefault(k => k.StartsWith("order[", StringComparison.Ordinal));
        return key is null
            ? null
            : (key[6..].TrimEnd(']'), !string.Equals(Text(key), "desc", StringComparison.OrdinalIgnoreCase));
    }

    public int Page() => Text("page") is { } page ? (int)Math.Max(1, Number(page)) : 1;

    public int Limit(int max, int usual = 50)
    {
        var limit = Text("limit") is { } text ? Number(text) : usual;
        return limit >= 1 && limit <= max ? (int)limit : throw CrmProblem.Unprocessable($"Limit {max} per page");
    }

    private static long Number(string text) =>
        long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw CrmProblem.BadRequest($"'{text}' is not a number");
}
