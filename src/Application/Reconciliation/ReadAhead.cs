namespace AmoCrmQualification.Application.Reconciliation;

/// <summary>Asks amoCRM for the next page while one is written: of both waits only the longer is left.</summary>
internal static class ReadAhead
{
    /// <summary>Pages of one step; work that waits for the account is let in between steps.</summary>
    public const int PagesOfStep = 8;

    /// <summary>Writes a page. When that fails, the reading of the next is over too before anybody hears of it.</summary>
    public static async Task<T> WriteAsync<T>(Task? next, Func<Task<T>> write)
    {
        try
        {
            return await write();
        }
        catch when (next is not null)
        {
            await next.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }
}
