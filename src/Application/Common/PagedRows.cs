using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace AmoCrmQualification.Application.Common;

internal static class PagedRows
{
    /// <summary>The rows of a page, newest first, and one more for <see cref="PageRequest.Cut"/> to see that they go on.</summary>
    public static IQueryable<T> NewestFirst<T, TId>(
        this IQueryable<T> rows,
        PageRequest page,
        Expression<Func<T, DateTimeOffset>> time,
        Expression<Func<T, TId>> id,
        Func<Guid, TId> idFrom
    ) => rows.NewestFirst(page.After, page.Size + 1, time, id, idFrom);

    /// <summary>So many rows, newest first, after the last that was read.</summary>
    public static IQueryable<T> NewestFirst<T, TId>(
        this IQueryable<T> rows,
        Position? last,
        int count,
        Expression<Func<T, DateTimeOffset>> time,
        Expression<Func<T, TId>> id,
        Func<Guid, TId> idFrom
    )
    {
        if (last is not null)
            rows = rows.Where(IsBefore(time, id, last.At, idFrom(last.Id)));
        return rows.OrderByDescending(time).ThenByDescending(id).Take(count);
    }

    private static Expression<Func<T, bool>> IsBefore<T, TId>(
        Expression<Func<T, DateTimeOffset>> time,
        Expression<Func<T, TId>> id,
        DateTimeOffset lastTime,
        TId lastId
    )
    {
        // Captured, they become parameters of the statement; constants would make a statement of each page.
        Expression<Func<DateTimeOffset>> at = () => lastTime;
        Expression<Func<TId>> last = () => lastId;
        var row = time.Parameters[0];
        var rowId = ReplacingExpressionVisitor.Replace(id.Parameters[0], row, id.Body);
        return Expression.Lambda<Func<T, bool>>(
            Expression.OrElse(
                Expression.LessThan(time.Body, at.Body),
                Expression.AndAlso(Expression.Equal(time.Body, at.Body), Expression.LessThan(rowId, last.Body))
            ),
            row
        );
    }
}
