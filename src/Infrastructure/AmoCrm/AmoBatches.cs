using System.Globalization;
using System.Text.Json;
using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Infrastructure.AmoCrm.Wire;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

/// <param name="Came">Rows as they came, unreadable ones too.</param>
/// <param name="Unread">Entities that amoCRM cannot show, each asked for alone.</param>
/// <param name="Skipped">Names of the entities and rows that could not be read.</param>
internal sealed record BatchRead<T>(
    IReadOnlyList<T> Rows,
    IReadOnlyList<JsonElement> Came,
    IReadOnlyList<long> Unread,
    IReadOnlyList<string> Skipped
);

/// <summary>
/// Reads deals and contacts by their ids, a hundred a call. Where a whole call fails because of one of them, it is halved
/// until that one is alone.
/// </summary>
internal sealed class AmoBatches(IAmoCrmApi amo, RowFailures failures, AmoRows rows)
{
    private const int IdsPerCall = 100;

    // More of them, or these alone, and it is amoCRM that fails.
    private const int MostUnread = 10;
    private const int MostUnreadAtFirst = 3;

    /// <param name="with">Linked entities that amoCRM is to name too.</param>
    /// <param name="read">Null where the row lacks what it cannot do without.</param>
    public Task<BatchRead<T>> ReadDealsAsync<T>(
        UserAccountId account,
        string? with,
        IEnumerable<DealId> deals,
        Func<LeadWire, JsonElement, T?> read,
        CancellationToken cancellationToken
    )
        where T : class =>
        ReadAsync(
            account,
            "deal",
            deals.Select(d => d.Value),
            async (call, ids) =>
                (await amo.GetLeadsAsync(call, with, ids, null, null, null, null, null, null, page: null, cancellationToken))
                    ?.Embedded
                    ?.Leads,
            read,
            cancellationToken
        );

    /// <inheritdoc cref="ReadDealsAsync{T}"/>
    public Task<BatchRead<T>> ReadContactsAsync<T>(
        UserAccountId account,
        string? with,
        IEnumerable<AmoContactId> contacts,
        Func<ContactWire, JsonElement, T?> read,
        CancellationToken cancellationToken
    )
        where T : class =>
        ReadAsync(
            account,
            "contact",
            contacts.Select(c => c.Value),
            async (call, ids) =>
                (await amo.GetContactsAsync(call, with, ids, query: null, page: null, cancellationToken))?.Embedded?.Contacts,
            read,
            cancellationToken
        );

    private async Task<BatchRead<T>> ReadAsync<TWire, T>(
        UserAccountId account,
        string kind,
        IEnumerable<long> entities,
        Func<AmoCall, IReadOnlyList<long>, Task<IReadOnlyList<JsonElement>?>> ask,
        Func<TWire, JsonElement, T?> read,
        CancellationToken cancellationToken
    )
        where TWire : class
        where T : class
    {
        var (came, unread) = (new List<JsonElement>(), new List<long>());
        foreach (var ids in entities.Chunk(IdsPerCall))
        {
            var (shown, unshown) = await AskAsync(account, ids, ask, cancellationToken);
            came.AddRange(shown);
            unread.AddRange(unshown);
        }

        var understood = rows.Read(account, kind, came, read);
        var names = unread.Select(id => rows.Skip(account, kind, id.ToString(CultureInfo.InvariantCulture)));
        return new(understood.Rows, came, unread, [.. understood.Skipped, .. names]);
    }

    private async Task<(List<JsonElement> Came, List<long> Unread)> AskAsync(
        UserAccountId account,
        long[] ids,
        Func<AmoCall, IReadOnlyList<long>, Task<IReadOnlyList<JsonElement>?>> ask,
        CancellationToken cancellationToken
    )
    {
        var (came, unread, hasAnswered) = (new List<JsonElement>(), new List<long>(), false);
        var left = new Stack<long[]>([ids]);
        while (left.TryPop(out var some))
        {
            try
            {
                // Halves are tried once: their whole was tried often. One alone is given every chance again.
                var call = AmoCall.For(account) with
                {
                    IsRepeatable = some.Length == ids.Length || some.Length == 1,
                };
                if (await failures.ReadAsync(account, () => ask(call, some), cancellationToken) is not { } answer)
                    continue;
                hasAnswered = true;
                came.AddRange(answer);
            }
            catch (AmoCallException e) when (e.IsOfOneRow && some.Length > 1)
            {
                left.Push(some[(some.Length / 2)..]);
                left.Push(some[..(some.Length / 2)]);
            }
            catch (AmoCallException e) when (e.IsOfOneRow && unread.Count < (hasAnswered ? MostUnread : MostUnreadAtFirst))
            {
                unread.Add(some[0]);
            }
        }

        return (came, unread);
    }
}
