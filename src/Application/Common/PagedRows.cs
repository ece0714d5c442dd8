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
    )
    {
        if (page.After is { } after)
            rows = rows.Where(IsBefore(time, id, after.At, idFrom(after.Id)));
        return rows.OrderByDescending(time).ThenByDescending(id).Take(page.Size + 1);
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
