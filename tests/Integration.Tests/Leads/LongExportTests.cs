using System.Text;
using AmoCrmQualification.Integration.Tests.Analytics;
using Npgsql;

namespace AmoCrmQualification.Integration.Tests.Leads;

/// <summary>An export of more leads than anybody would hold in memory.</summary>
internal sealed class LongExportTests : ApiTest
{
    private const string IsWaiting = """
        SELECT EXISTS (SELECT FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%lead_stage_reached%')
        """;

    [Test]
    public async Task All_pages_follow_one_another_without_a_gap()
    {
        const int Leads = 5_003;
        var account = await UnconnectedAccountAsync();
        await account.InsertLeadsAsync(FigurePipeline.Start, count: Leads);

        var answer = await account.Client.GetAsync(account.Url("/api/export/leads"));
        var rows = CsvAnswer.Read(await CsvAnswer.CsvAsync(answer));

        Assert.That(rows.Select(row => row["id"]), Is.Unique.And.Exactly(Leads).Items);
        Assert.That(rows.Select(row => row["amocrm_lead_id"]), Is.Unique.And.Exactly(Leads).Items);
    }

    [Test]
    public async Task Leads_are_read_as_the_caller_reads()
    {
        const int Leads = 30_000;
        var account = await UnconnectedAccountAsync();
        await account.InsertLeadsAsync(FigurePipeline.Start, count: Leads);

        using var answer = await account.Client.GetAsync(
            account.Url("/api/export/leads"),
            HttpCompletionOption.ResponseHeadersRead
        );
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(), Encoding.UTF8);
        await reader.ReadLineAsync(); // the file has begun
        await account.Service.ExecuteAsync("DELETE FROM leads WHERE user_account_id = $1", account.Id);

        var rows = 0;
        while (await reader.ReadLineAsync() is not null)
            rows++;
        Assert.That(rows, Is.Positive.And.LessThan(Leads / 2), "what nobody had read yet is not there any more");
    }

    [Test]
    public async Task Who_closes_the_connection_ends_the_query()
    {
        await using var service = await Service.StartAsync(); // its tables are locked
        var account = await TestAccount.OpenAsync(service, details: null, connect: false);
        await account.InsertLeadsAsync(FigurePipeline.Start);
        await using var connection = new NpgsqlConnection(service.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand("LOCK TABLE lead_stage_reached", connection, transaction);
        await hold.ExecuteNonQueryAsync();

        using var leaving = new CancellationTokenSource();
        var export = account.Client.GetAsync(account.Url("/api/export/leads"), leaving.Token);
        await TestAccount.UntilAsync(() => service.ScalarAsync<bool>(IsWaiting), () => "the export reads nothing");
        await leaving.CancelAsync();

        await TestAccount.UntilAsync(
            async () => !await service.ScalarAsync<bool>(IsWaiting),
            () => "the query goes on for nobody"
        );
        Assert.That(async () => await export, Throws.InstanceOf<OperationCanceledException>());
    }
}
