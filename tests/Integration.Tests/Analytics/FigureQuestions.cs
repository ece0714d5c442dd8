using System.Globalization;

namespace AmoCrmQualification.Integration.Tests.Analytics;

/// <summary>A meaning of "qualified", as it is asked for.</summary>
internal sealed record FigureMode(string Name, int Days = 0)
{
    public override string ToString() => Name is "within" ? $"mode={Name}&days={Days}" : $"mode={Name}";
}

/// <summary>Leads that a figure is asked of.</summary>
internal sealed record FigureFilter(string? From, string? To, Guid? Direction)
{
    public override string ToString() =>
        string.Join(
            '&',
            new[] { Part("from", From), Part("to", To), Part("directionId", Direction) }.Where(part => part.Length > 0)
        );

    private static string Part(string name, object? value) => value is null ? "" : $"{name}={value}";
}

internal static class FigureQuestions
{
    /// <summary>Asks an oracle, as of now or of an instant.</summary>
    public static Task<IReadOnlyList<object[]>> AskAsync(
        this RandomPast past,
        string sql,
        FigureFilter filter,
        DateTimeOffset? asOf = null
    ) =>
        past.Account.Service.RowsAsync(
            sql,
            past.Account.Id,
            Given(filter.From),
            Given(filter.To),
            Given(filter.Direction),
            asOf ?? TimeProvider.System.GetUtcNow()
        );

    private static object Given(object? value) =>
        value switch
        {
            null => DBNull.Value,
            string day => DateOnly.Parse(day, CultureInfo.InvariantCulture),
            _ => value,
        };
}
