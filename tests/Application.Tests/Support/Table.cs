using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Moq;

namespace AmoCrmQualification.Application.Tests.Support;

/// <summary>A table in memory, for handlers that read few rows by simple conditions.</summary>
internal static class Table
{
    public static DbSet<T> From<T>(IEnumerable<T> rows)
        where T : class
    {
        var table = new Mock<DbSet<T>>();
        var query = new Query<T>(rows.AsQueryable().Expression);
        table.As<IQueryable<T>>().Setup(t => t.Expression).Returns(query.AsQueryable().Expression);
        table.As<IQueryable<T>>().Setup(t => t.Provider).Returns(new Provider());
        return table.Object;
    }

    private sealed class Query<T>(Expression expression) : EnumerableQuery<T>(expression), IAsyncEnumerable<T>, IQueryable<T>
    {
        IQueryProvider IQueryable.Provider => new Provider();

        public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            await Task.CompletedTask;
            foreach (var row in this.AsEnumerable())
                yield return row;
        }
    }

    private sealed class Provider : IAsyncQueryProvider
    {
        private static readonly MethodInfo s_fromResult = typeof(Task).GetMethod(nameof(Task.FromResult))!;
        private readonly IQueryProvider _memory = Array.Empty<object>().AsQueryable().Provider;

        public IQueryable CreateQuery(Expression expression) => throw new NotSupportedException();

        public IQueryable<T> CreateQuery<T>(Expression expression) => new Query<T>(expression);

        public object? Execute(Expression expression) => _memory.Execute(expression);

        public T Execute<T>(Expression expression) => _memory.Execute<T>(expression);

        /// <param name="cancellationToken">Nothing waits here.</param>
        public T ExecuteAsync<T>(Expression expression, CancellationToken cancellationToken = default) =>
            (T)s_fromResult.MakeGenericMethod(typeof(T).GetGenericArguments()[0]).Invoke(null, [Execute(expression)])!;
    }
}
