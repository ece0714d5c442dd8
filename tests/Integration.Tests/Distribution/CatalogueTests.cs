using AmoCrmQualification.Infrastructure.Distribution;
using AmoCrmQualification.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Integration.Tests.Distribution;

/// <summary>What the database has, not what the model says: Citus would refuse to spread a table that is otherwise.</summary>
internal sealed class CatalogueTests : ApiTest
{
    [Test]
    public async Task The_account_comes_first_in_every_key_and_unique_index_of_a_table_that_is_spread()
    {
        var first = await Service.RowsAsync(
            """
            SELECT i.indrelid::regclass::text, i.indexrelid::regclass::text, a.attname::text
            FROM pg_index i LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
            WHERE i.indisunique AND i.indrelid::regclass::text = ANY ($1)
            """,
            (object)Spread()
        );

        Assert.That(first.Select(row => (string)row[0]).Distinct(), Is.EquivalentTo(Spread()), "each has a key");
        Assert.That(first.Where(row => row[2] is not TablePlacement.Column).Select(row => row[1]), Is.Empty);
    }

    [Test]
    public async Task No_foreign_key_of_a_table_that_is_spread_leads_out_of_the_account()
    {
        var keys = await Service.RowsAsync(
            """
            SELECT k.conname::text, k.confrelid::regclass::text = 'user_accounts' AS leads_to_account,
              EXISTS (SELECT FROM unnest(k.conkey, k.confkey) AS pair (own, other)
                JOIN pg_attribute o ON o.attrelid = k.conrelid AND o.attnum = pair.own AND o.attname = 'user_account_id'
                JOIN pg_attribute f ON f.attrelid = k.confrelid AND f.attnum = pair.other
                  AND f.attname = CASE WHEN k.confrelid::regclass::text = 'user_accounts' THEN 'id' ELSE 'user_account_id' END) AS has_account,
              k.confrelid::regclass::text
            FROM pg_constraint k WHERE k.contype = 'f' AND k.conparentid = 0 AND k.conrelid::regclass::text = ANY ($1)
            """,
            (object)Spread()
        );

        Assert.That(keys, Has.Count.GreaterThan(8));
        Assert.That(keys.Where(key => key[2] is false).Select(key => key[0]), Is.Empty);
        Assert.That(keys.Where(key => key[1] is false).Select(key => (string)key[3]).Distinct(), Is.SubsetOf(Spread()));
    }

    [Test]
    public async Task No_foreign_key_leads_from_a_table_that_stays_to_one_that_is_spread()
    {
        var keys = await Service.RowsAsync(
            """
            SELECT conname::text FROM pg_constraint
            WHERE contype = 'f' AND confrelid::regclass::text = ANY ($1) AND conrelid::regclass::text <> ALL ($1)
            """,
            (object)Spread()
        );

        Assert.That(keys.Select(key => key[0]), Is.Empty);
    }

    [Test]
    public async Task Tables_that_are_spread_have_no_identity_columns_and_no_triggers_but_those_that_distribute_drops()
    {
        const string Triggers =
            "SELECT tgname::text FROM pg_trigger WHERE NOT tgisinternal AND tgrelid::regclass::text = ANY ($1)";
        const string Identities =
            "SELECT attname::text FROM pg_attribute WHERE attidentity <> '' AND attrelid::regclass::text = ANY ($1)";
        var database = await TestPostgres.CreateDatabaseAsync();
        Assert.That(await Sql.RowsAsync(database, Triggers, (object)Spread()), Is.Not.Empty);

        await Sql.ExecuteAsync(database, Distributor.StoreNoDays);

        Assert.That(await Sql.RowsAsync(database, Triggers, (object)Spread()), Is.Empty);
        Assert.That(await Sql.RowsAsync(database, Identities, (object)Spread()), Is.Empty);
        await TestPostgres.DropDatabaseAsync(database);
    }

    [Test]
    public void Each_table_that_stays_is_a_table_of_accounts()
    {
        using var scope = Service.Services.CreateScope();
        var model = scope.ServiceProvider.GetRequiredService<AppDbContext>().Model;
        var tables = model.GetEntityTypes().Select(entity => entity.GetTableName());

        Assert.That(TablePlacement.Local.Keys, Is.SubsetOf(tables));
        Assert.That(TablePlacement.Local.Keys, Does.Not.Contain(TablePlacement.Reference));
    }

    private static string[] Spread()
    {
        using var scope = Service.Services.CreateScope();
        return [.. TablePlacement.Distributed(scope.ServiceProvider.GetRequiredService<AppDbContext>().Model)];
    }
}
