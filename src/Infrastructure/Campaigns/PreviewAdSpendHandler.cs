using AmoCrmQualification.Application.Campaigns;

namespace AmoCrmQualification.Infrastructure.Campaigns;

internal sealed class PreviewAdSpendHandler(AdSpendReader reader, AdSpendWriter writer)
    : IRequestHandler<PreviewAdSpendQuery, PreviewedAdSpend>
{
    public async Task<PreviewedAdSpend> Handle(PreviewAdSpendQuery query, CancellationToken cancellationToken)
    {
        var file = await reader.ReadAsync(query.Account, query.Upload, cancellationToken);
        return PreviewedAdSpend.From(await writer.WriteAsync(query.Account, file, keep: false, cancellationToken), file);
    }
}
