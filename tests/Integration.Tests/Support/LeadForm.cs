using System.Globalization;
using System.Text;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Support;

/// <summary>Bodies as amoCRM sends them, for tests that need one exactly so; brackets are escaped on the wire.</summary>
internal static class LeadForm
{
    public const long T0 = 1_790_000_000; // 2026-09-21, whole seconds as amoCRM counts

    public static string Status(long deal, long pipeline, long status, long at, long? oldStatus = null, string? price = "0") =>
        Build("status", 0, Fields(deal, pipeline, status, at, oldStatus, price));

    public static string Update(long deal, long pipeline, long status, long at, long? oldStatus = null, string? price = "0") =>
        Build("update", 0, Fields(deal, pipeline, status, at, oldStatus, price));

    public static string Add(long deal, long pipeline, long status, long at, string? price = "0") =>
        Build("add", 0, Fields(deal, pipeline, status, at, null, price));

    public static string Delete(long deal) =>
        Build("delete", 0, [("id", Number(deal)), ("status_id", "1"), ("pipeline_id", "1")]);

    public static string Restore(long deal, long pipeline, long status, long at) =>
        Build("restore", 0, Fields(deal, pipeline, status, at, null, "0"));

    /// <summary>A deal as it stands in the simulated amoCRM, told as a change of its stage.</summary>
    public static string Status(CrmLead deal) =>
        Status(deal.Id, deal.PipelineId, deal.StatusId, deal.UpdatedAt, price: deal.Price.ToString(CultureInfo.InvariantCulture));

    /// <summary>Several events in one body.</summary>
    public static string Together(params IEnumerable<string> forms) => string.Join('&', forms);

    /// <summary>The same fields with some given anew; null leaves one out.</summary>
    public static IEnumerable<(string Key, string? Value)> But(
        this IEnumerable<(string Key, string? Value)> fields,
        params (string Key, string? Value)[] others
    ) => fields.ExceptBy(others.Select(o => o.Key), f => f.Key).Concat(others);

    /// <summary>A move of deal <paramref name="deal"/> to 11/22, with some fields as they should not be.</summary>
    public static string Odd(long deal, params (string Key, string? Value)[] fields) =>
        Build("status", 0, Fields(deal, 11, 22, T0, null, "0").But(fields));

    public static string Build(string word, int index, IEnumerable<(string Key, string? Value)> fields)
    {
        var form = new StringBuilder();
        foreach (var (key, value) in fields)
        {
            if (value is null)
                continue;
            if (form.Length > 0)
                form.Append('&');
            form.Append(Uri.EscapeDataString($"leads[{word}][{index}][{key}]")).Append('=').Append(Uri.EscapeDataString(value));
        }

        return form.ToString();
    }

    public static (string Key, string? Value)[] Fields(
        long deal,
        long pipeline,
        long status,
        long at,
        long? oldStatus,
        string? price
    ) =>
        [
            ("id", Number(deal)),
            ("name", "Сделка"),
            ("status_id", Number(status)),
            ("old_status_id", oldStatus is { } old ? Number(old) : null),
            ("price", price),
            ("last_modified", Number(at)),
            ("pipeline_id", Number(pipeline)),
        ];

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
