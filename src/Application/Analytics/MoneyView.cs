using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Application.Analytics;

/// <param name="Currency">Null when unknown.</param>
public sealed record MoneyView(decimal Amount, string? Currency)
{
    internal static IReadOnlyList<MoneyView> From(IEnumerable<MoneySum> sums) =>
        [
            .. sums.GroupBy(s => s.Currency, StringComparer.Ordinal)
                .Select(s => new MoneyView(Rounded.Amount(s.Sum(x => x.Amount)) ?? 0, s.Key))
                .OrderBy(m => m.Currency, StringComparer.Ordinal),
        ];
}
