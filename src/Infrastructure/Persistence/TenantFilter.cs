using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Internal;
using Microsoft.EntityFrameworkCore.Query;

namespace AmoCrmQualification.Infrastructure.Persistence;

/// <summary>
/// Shows a caller the rows of its own accounts only. It is added to the compiled model, which `dotnet ef` cannot write with filters,
/// as EF Core keeps it itself; see docs/adr/0021.
/// </summary>
internal static class TenantFilter
{
    // EF Core puts the context that asks in the place of any constant of its type.
    private static readonly ConstantExpression s_context = Expression.Constant(null, typeof(AppDbContext));

    public static void AddTo(RuntimeModel model)
    {
        foreach (var entity in ((IReadOnlyModel)model).GetEntityTypes().Cast<RuntimeEntityType>())
            if (FilterOf(((IReadOnlyEntityType)entity).ClrType) is { } filter)
                entity.AddAnnotation(
                    CoreAnnotationNames.QueryFilter,
                    new QueryFilterCollection([new RuntimeQueryFilter(null!, filter)])
                );
    }

    private static LambdaExpression? FilterOf(Type entity)
    {
        LambdaExpression? filter =
            entity == typeof(UserAccount) ? AppDbContext.OfCaller
            : entity.IsAssignableTo(typeof(ITenantOwned)) ? AppDbContext.OwnedByCaller
            : null;
        if (filter is null)
            return null;
        var row = Expression.Parameter(entity, "row");
        return Expression.Lambda(ReplacingExpressionVisitor.Replace([.. filter.Parameters], [s_context, row], filter.Body), row);
    }
}
