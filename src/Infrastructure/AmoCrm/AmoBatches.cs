using System.Globalization;
using AmoCrmQualification.Application.AmoCrm;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

/// <param name="Unread">Entities that amoCRM cannot show, each asked for alone.</param>
/// <param name="Skipped">Their names.</param>
internal sealed record BatchRead<T>(IReadOnlyList<T> Answers, IReadOnlyList<long> Unread, IReadOnlyList<string> Skipped);

/// <summary>Reads entities by their ids. Where a whole call fails because of one of them, it is halved until that one is alone.</summary>
internal sealed class AmoBatches(RowFailures failures, AmoRows rows)
{
    // More of them, or these alone, and it is amoCRM that fails.
    private const int MostUnread = 10;
    private const int MostUnreadAtFirst = 3;

    public async Task<BatchRead<T>> ReadAsync<T>(
        UserAccountId account,
        string kind,
        IReadOnlyList<long> ids,
        Func<AmoCall, IReadOnlyList<long>, Task<T?>> read,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var (answers, unread) = (new List<T>(), new List<long>());
        var left = new Stack<IReadOnlyList<long>>(ids.Count == 0 ? [] : [ids]); // without an id it would be all there are
        while (left.TryPop(out var some))
        {
            try
            {
                // Halves are tried once: their whole was tried often. One alone is given every chance again.
                var call = AmoCall.For(account) with
                {
                    IsRepeatable = some.Count == ids.Count || some.Count == 1,
                };
                if (await failures.ReadAsync(account, () => read(call, some), cancellationToken) is { } answer)
                    answers.Add(answer);
            }
            catch (AmoCallException e) when (e.IsOfOneRow && some.Count > 1)
            {
                left.Push([.. some.Skip(some.Count / 2)]);
                left.Push([.. some.Take(some.Count / 2)]);
            }
            catch (AmoCallException e) when (e.IsOfOneRow && unread.Count < (answers.Count == 0 ? MostUnreadAtFirst : MostUnread))
            {
                unread.Add(some[0]);
            }
        }

        return new(
            answers,
            unread,
            [.. unread.Select(id => rows.Skip(account, kind, id.ToString(CultureInfo.InvariantCulture)))]
        );
    }
}
