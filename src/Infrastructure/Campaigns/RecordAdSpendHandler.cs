using AmoCrmQualification.Application.Campaigns;

namespace AmoCrmQualification.Infrastructure.Campaigns;

internal sealed class RecordAdSpendHandler(AdSpendReader reader, AdSpendWriter writer)
    : IRequestHandler<RecordAdSpendCommand, RecordedAdSpend>
{
    public async Task<RecordedAdSpend> Handle(RecordAdSpendCommand command, CancellationToken cancellationToken)
    {
        var file = await reader.ReadAsync(command.Account, command.Upload, cancellationToken);
        if (file.Told.Errors.Count > 0)
            throw new InvalidLinesException(file.Told.Errors);
        return await writer.WriteAsync(command.Account, file, keep: true, cancellationToken);
    }
}
