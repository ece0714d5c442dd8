using AmoCrmQualification.Application.Ops;
using AmoCrmQualification.Infrastructure.Persistence;
using AmoCrmQualification.Infrastructure.Webhooks;
using Npgsql;

namespace AmoCrmQualification.Infrastructure.Ops;

internal sealed class PostgresRetention(NpgsqlDataSource database, DeliveryPartitions deliveries) : IRetention
{
    public async Task PurgeAsync(DateOnly deliveriesBefore, DateTimeOffset sightingsBefore, CancellationToken cancellationToken)
    {
        await deliveries.PrepareAsync(cancellationToken);
        await deliveries.DropBeforeAsync(deliveriesBefore, cancellationToken);
        await using var sightings = database.Command(
            "DELETE FROM amocrm_stage_sightings WHERE received_at < $1",
            BatchCommands.Scalar(sightingsBefore)
        );
        await sightings.ExecuteNonQueryAsync(cancellationToken);
    }
}
