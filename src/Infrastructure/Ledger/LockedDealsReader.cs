using System.Text.Json;
using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Ledger;
using AmoCrmQualification.Infrastructure.Attribution;

namespace AmoCrmQualification.Infrastructure.Ledger;

/// <summary>Reads the answers to <see cref="DealLoader"/>, account after account.</summary>
internal sealed class LockedDealsReader
{
    private readonly NpgsqlDataReader _reader;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<DealKey, Deal> _deals = [];
    private readonly HashSet<(UserAccountId, Stage)> _qualified = [];
    private readonly Dictionary<UserAccountId, AdoptionRules> _adoption = [];
    private readonly Dictionary<LeadId, TaggedLead> _tagged = [];

    private LockedDealsReader(NpgsqlDataReader reader, CancellationToken cancellationToken) =>
        (_reader, _cancellationToken) = (reader, cancellationToken);

    public static async Task<LockedDeals> ReadAsync(
        NpgsqlDataReader reader,
        IEnumerable<UserAccountId> accounts,
        CancellationToken cancellationToken
    )
    {
        LockedDealsReader answers = new(reader, cancellationToken); // the first is of the locks of accounts
        foreach (var account in accounts)
            await answers.ReadAsync(account);
        return new(answers._deals, answers._qualified, answers._adoption, answers._tagged);
    }

    private async Task ReadAsync(UserAccountId account)
    {
        await foreach (var row in NextAsync())
            _deals.Add(Key(row), DealOf(Key(row), row));
        await foreach (var row in NextAsync())
            _deals[Key(row)] = _deals[Key(row)] with
            {
                Lead = new(row.GetGuid(1)),
                IsForgotten = row.GetBoolean(2),
                IsAdopted = row.GetBoolean(3),
            };

        foreach (var (deal, steps) in await GroupAsync(StatusHistoryOf))
        {
            steps.Sort((a, b) => Place(a).CompareTo(Place(b)));
            _deals[new(account, deal)] = _deals[new(account, deal)] with { History = steps };
        }

        foreach (var (deal, seen) in await GroupAsync(ObservationColumns.Read))
            _deals[new(account, deal)] = _deals[new(account, deal)] with { Duplicates = seen };
        foreach (var (deal, marks) in await GroupAsync(row => MarkColumns.Read(row, first: 1)))
            _deals[new(account, deal)] = _deals[new(account, deal)] with { Marks = marks };

        await foreach (var row in NextAsync())
            _qualified.Add((account, new(new(row.GetInt64(0)), new(row.GetInt64(1)))));
        await foreach (var row in NextAsync())
            _adoption.Add(account, AdoptionOf(row));
        await foreach (var row in NextAsync())
            _tagged.Add(new(row.GetGuid(0)), new(row.GetBoolean(1)));

        DealKey Key(NpgsqlDataReader row) => new(account, new(row.GetInt64(0)));
    }

    /// <summary>The rows of the next answer.</summary>
    private async IAsyncEnumerable<NpgsqlDataReader> NextAsync()
    {
        await _reader.NextResultAsync(_cancellationToken);
        while (await _reader.ReadAsync(_cancellationToken))
            yield return _reader;
    }

    private async Task<Dictionary<DealId, List<T>>> GroupAsync<T>(Func<NpgsqlDataReader, T> read)
    {
        var groups = new Dictionary<DealId, List<T>>();
        await foreach (var row in NextAsync())
        {
            var deal = new DealId(row.GetInt64(0));
            if (!groups.TryGetValue(deal, out var group))
                groups.Add(deal, group = []);
            group.Add(read(row));
        }

        return groups;
    }

    private static (long, int) Place(StatusHistory row) => (row.Observation.ChangedAt.ToUnixTimeSeconds(), row.OrderInSecond);

    private static Deal DealOf(DealKey key, NpgsqlDataReader row) =>
        new(key, Lead: null)
        {
            Price = row.IsDBNull(1) ? null : new(row.GetInt64(1), Time(row, 2), Time(row, 3)),
            Deletions = row.IsDBNull(4) ? [] : JsonSerializer.Deserialize<List<DeletionEvent>>(row.GetString(4))!,
            Details = row.GetBoolean(5) ? DetailsOf(row) : null,
        };

    private static DealDetails DetailsOf(NpgsqlDataReader row) =>
        new(
            row.IsDBNull(6) ? null : Time(row, 6),
            row.IsDBNull(7) ? null : new(new(row.GetInt64(7)), Time(row, 8)),
            row.IsDBNull(9) ? null : new(row.GetGuid(9))
        );

    private static AdoptionRules AdoptionOf(NpgsqlDataReader row) =>
        new(
            SnakeCaseEnum<AdoptDeals>.Parse(row.GetString(0)),
            row.IsDBNull(1) ? null : Time(row, 1),
            row.IsDBNull(2) ? null : [.. row.GetFieldValue<long[]>(2).Select(id => new AmoPipelineId(id))],
            row.IsDBNull(3) ? [] : row.GetFieldValue<string[]>(3)
        );

    private static StatusHistory StatusHistoryOf(NpgsqlDataReader row)
    {
        var next = ObservationColumns.Count;
        return new(
            ObservationColumns.Read(row),
            ObservationColumns.Pipeline(row, next),
            ObservationColumns.Status(row, next + 1),
            row.GetInt32(next + 2)
        );
    }

    private static DateTimeOffset Time(NpgsqlDataReader row, int column) => row.GetFieldValue<DateTimeOffset>(column);
}
