namespace AmoCrmQualification.Application.Data;

/// <summary>Queries over more than one account: where accounts are spread over several machines, they ask all of them.</summary>
public static class SeveralAccounts
{
    /// <summary>Begins the comment in their statements.</summary>
    public const string Mark = "several accounts: ";

    /// <param name="reason">Why it does not ask one account.</param>
    public static IQueryable<TRow> AcrossAccounts<TRow>(this IQueryable<TRow> rows, string reason) => rows.TagWith(Mark + reason);
}
