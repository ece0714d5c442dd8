namespace AmoCrmQualification.Sandbox.World;

/// <summary>Gives the entity of an id on demand, for entities that are derived and not kept.</summary>
internal interface IRowSource<out T>
{
    T Get(long id);
}

/// <summary>A place in an ordered list; the entity itself is made only for the page that shows it.</summary>
internal readonly record struct Row<T>(long Key, long Id, T? Kept, IRowSource<T>? Source)
    where T : class
{
    public T Get() => Kept ?? Source!.Get(Id);
}

internal static class Rows
{
    /// <summary>Several ordered lists as one, read no further than it is needed.</summary>
    public static IEnumerable<Row<T>> Merge<T>(IEnumerable<IEnumerable<Row<T>>> lists, bool ascending)
        where T : class => lists.Aggregate((one, other) => Merge(one, other, ascending));

    public static IEnumerable<Row<T>> Sort<T>(IEnumerable<Row<T>> rows, bool ascending)
        where T : class => ascending ? rows.OrderBy(r => (r.Key, r.Id)) : rows.OrderByDescending(r => (r.Key, r.Id));

    private static IEnumerable<Row<T>> Merge<T>(IEnumerable<Row<T>> one, IEnumerable<Row<T>> other, bool ascending)
        where T : class
    {
        using var left = one.GetEnumerator();
        using var right = other.GetEnumerator();
        var (hasLeft, hasRight) = (left.MoveNext(), right.MoveNext());
        while (hasLeft || hasRight)
        {
            if (!hasRight || (hasLeft && IsBefore(left.Current, right.Current, ascending)))
            {
                yield return left.Current;
                hasLeft = left.MoveNext();
            }
            else
            {
                yield return right.Current;
                hasRight = right.MoveNext();
            }
        }
    }

    private static bool IsBefore<T>(Row<T> one, Row<T> other, bool ascending)
        where T : class => (one.Key, one.Id).CompareTo((other.Key, other.Id)) <= 0 == ascending;
}
