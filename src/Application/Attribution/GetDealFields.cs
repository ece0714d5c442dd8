using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Domain.Attribution;

namespace AmoCrmQualification.Application.Attribution;

/// <summary>The fields of amoCRM's deals, to be mapped.</summary>
public sealed record GetDealFieldsQuery(UserAccountId Account) : IRequest<DealFields>;

public sealed record DealFields(IReadOnlyList<DealFieldView> Fields);

/// <param name="Code">Of the marks that the field makes: <c>utm_content</c>, <c>field:{id}</c>.</param>
/// <param name="Type">As amoCRM names it: <c>tracking_data</c>, <c>text</c>, <c>select</c>.</param>
/// <param name="Examples">Its most frequent values.</param>
public sealed record DealFieldView(long FieldId, string Code, string? Name, string? Type, IReadOnlyList<string> Examples);

/// <summary>Values of marks by their codes.</summary>
public interface IMarkExamples
{
    /// <summary>Returns some of the most frequent values of each code.</summary>
    Task<ILookup<string, string>> ReadAsync(UserAccountId account, CancellationToken cancellationToken);
}

internal sealed class GetDealFieldsHandler(IAppDbContext db, IAmoDealFields fields, IMarkExamples examples)
    : IRequestHandler<GetDealFieldsQuery, DealFields>
{
    public async Task<DealFields> Handle(GetDealFieldsQuery query, CancellationToken cancellationToken)
    {
        var account = await db.AccountAsync(query.Account, cancellationToken);
        await db.RequireConnectionAsync(account.Id, cancellationToken);
        var told = await fields.GetAsync(account.Id, cancellationToken);
        var values = await examples.ReadAsync(account.Id, cancellationToken);
        return new([
            .. from field in told
            let code = FieldMarks.CodeFor(field.Id, field.Code)
            select new DealFieldView(field.Id, code, field.Name, field.Type, [.. values[code]]),
        ]);
    }
}
