namespace AmoCrmQualification.Integration.Tests.Faults;

/// <summary>However much is queued, a worker holds a bounded part of it.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class BatchSizeTests : FaultTest
{
    private const int Large = 945 << 10;
    private const long MostBytes = 8 << 20;

    [Test]
    public async Task A_batch_is_bounded_by_bytes_as_well_as_by_count()
    {
        const int Deliveries = 30;
        var database = await DatabaseAsync();
        var service = await ServiceAsync(database.ConnectionString);
        var account = (await AccountsAsync(service, 1))[0];
        using var client = service.Client();

        await using (await database.HoldAsync(account.ShardLock)) // so that all wait at once
        {
            for (var deal = 1; deal <= Deliveries; deal++)
                await account.DeliverAsync(client, (LeadForm.Status(deal, 11, 22, LeadForm.T0) + "&x=").PadRight(Large, 'x'));
            for (var deal = 1; deal <= Deliveries; deal++)
                await account.DeliverAsync(client, LeadForm.Status(Deliveries + deal, 11, 22, LeadForm.T0));
        }

        await database.UntilDoneAsync();

        // What was done in one transaction bears its number.
        const string Batches =
            "(SELECT count(*) AS deliveries, sum(octet_length(raw_body)) AS bytes FROM webhook_deliveries GROUP BY xmin) AS batch";
        Assert.Multiple(async () =>
        {
            Assert.That(
                await database.OneAsync<long>("SELECT count(*) FROM amocrm_lead_status_history"),
                Is.EqualTo(2 * Deliveries)
            );
            Assert.That(
                await database.OneAsync<long>($"SELECT max(bytes)::bigint FROM {Batches}"),
                Is.LessThanOrEqualTo(MostBytes)
            );
            Assert.That(await database.OneAsync<long>($"SELECT min(bytes)::bigint FROM {Batches}"), Is.GreaterThan(0));
            Assert.That(
                await database.OneAsync<long>($"SELECT max(deliveries) FROM {Batches}"),
                Is.GreaterThanOrEqualTo(Deliveries),
                "small ones are many"
            );
        });
    }
}
