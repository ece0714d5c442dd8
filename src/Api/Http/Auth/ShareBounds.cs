using System.Globalization;
using AmoCrmQualification.Domain.Sharing;
using Microsoft.Extensions.Primitives;

namespace AmoCrmQualification.Api.Http.Auth;

/// <summary>Narrows a query to the filter of a share link: what it leaves out is set, days are cut, and all else is refused.</summary>
internal static class ShareBounds
{
    private const string Day = "yyyy-MM-dd";

    public static void Apply(ShareLink link, IDictionary<string, StringValues> query)
    {
        var filter = link.Filter;
        if (!query.ContainsKey(TenantGate.Parameter))
            query[TenantGate.Parameter] = link.UserAccountId.Value.ToString();
        Fix(query, "directionId", filter.DirectionId?.ToString());
        Fix(query, "creativeId", filter.CreativeId?.ToString());
        Fix(query, "pipelineId", filter.PipelineId?.ToString(CultureInfo.InvariantCulture));
        Fix(query, "mode", filter.Mode);
        Fix(query, "days", filter.Days?.ToString(CultureInfo.InvariantCulture));
        Cut(query, "from", filter.From, filter, (asked, bound) => asked < bound);
        Cut(query, "to", filter.To, filter, (asked, bound) => asked > bound);
    }

    private static void Fix(IDictionary<string, StringValues> query, string name, string? bound)
    {
        if (bound is null)
            return;
        if (query.TryGetValue(name, out var asked) && !(asked.Count == 1 && Same(asked[0], bound)))
            throw Outside();
        query[name] = bound;
    }

    private static bool Same(string? asked, string bound) => string.Equals(asked, bound, StringComparison.OrdinalIgnoreCase);

    private static void Cut(
        IDictionary<string, StringValues> query,
        string name,
        DateOnly? bound,
        ShareFilter filter,
        Func<DateOnly, DateOnly, bool> isBeyond
    )
    {
        if (bound is not { } day)
            return;
        if (!query.TryGetValue(name, out var asked))
        {
            query[name] = day.ToString(Day, CultureInfo.InvariantCulture);
            return;
        }

        // What is not written as a day is read nowhere, so that no other reading of it gets past.
        if (asked.Count != 1 || !DateOnly.TryParseExact(asked[0], Day, CultureInfo.InvariantCulture, default, out var given))
            throw Outside();
        if (given < filter.From && name == "to" || given > filter.To && name == "from")
            throw Outside();
        if (isBeyond(given, day))
            query[name] = day.ToString(Day, CultureInfo.InvariantCulture);
    }

    private static DomainException Outside() =>
        new(Refusal.Forbidden(Reasons.OutsideShare, "The link does not show this: it is outside its filter."));
}
