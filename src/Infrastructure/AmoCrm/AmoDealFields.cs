using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Infrastructure.AmoCrm.Wire;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

internal sealed class AmoDealFields(IAmoCrmApi amo, AmoRows rows) : IAmoDealFields
{
    private const int PageSize = 250;
    private const int MostPages = 20;

    public async Task<IReadOnlyList<AmoDealField>> GetAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        var fields = new List<AmoDealField>();
        for (var page = 1; page <= MostPages; page++)
        {
            var answer = await amo.GetDealFieldsAsync(AmoCall.For(account), page, cancellationToken);
            var read = answer?.Embedded?.CustomFields;
            fields.AddRange(
                rows.Read<DealFieldWire, AmoDealField>(
                    account,
                    "field",
                    read,
                    (field, _) => field.Id is { } id ? new(id, field.Code, field.Name, field.Type) : null
                ).Rows
            );
            if (read is not { Count: >= PageSize })
                break;
        }

        return fields;
    }
}
