using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AmoCrmQualification.Infrastructure.Persistence;

/// <summary>Stores an id as its value.</summary>
internal sealed class TypedIdConverter<TId, TValue>() : ValueConverter<TId, TValue>(ToValue(), FromValue())
    where TId : struct, ITypedId<TValue>
{
    // Written out because the compiler would box the id to read a property of its interface.
    private static Expression<Func<TId, TValue>> ToValue()
    {
        var id = Expression.Parameter(typeof(TId), "id");
        return Expression.Lambda<Func<TId, TValue>>(Expression.Property(id, nameof(ITypedId<>.Value)), id);
    }

    private static Expression<Func<TValue, TId>> FromValue()
    {
        var value = Expression.Parameter(typeof(TValue), "value");
        var constructor = typeof(TId).GetConstructor([typeof(TValue)])!;
        return Expression.Lambda<Func<TValue, TId>>(Expression.New(constructor, value), value);
    }
}
