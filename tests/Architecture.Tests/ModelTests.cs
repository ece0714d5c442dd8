using AmoCrmQualification.Application;
using AmoCrmQualification.Application.Common;
using AmoCrmQualification.Application.Data;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Architecture.Tests;

/// <summary>The tables, as the code describes them.</summary>
[Parallelizable(ParallelScope.None)]
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class ModelTests
{
    private const string Tenant = "UserAccountId";

    /// <summary>What belongs to no account: the registry of accounts itself, and what the service needs for all of them.</summary>
    private static readonly string[] BeyondTenants =
    [
        "user_accounts",
        "admin_key",
        "data_protection_keys",
        "amocrm_rate_limits",
        "schema_requirements",
        "webhook_claims",
        "users",
        "branding",
        "user_sessions",
        "sign_in_attempts",
    ];

    /// <summary>Unique over all accounts on purpose: a key or a token opens one account, and an amoCRM account is connected once.</summary>
    private static readonly string[] UniqueBeyondTenants =
    [
        "api_keys(KeyHash)",
        "amocrm_connections(AmocrmAccountId)",
        "share_links(TokenHash)",
    ];

    private readonly ServiceProvider _services = Build();

    [OneTimeTearDown]
    public void Close() => _services.Dispose();

    [Test]
    public void Every_table_belongs_to_an_account_or_is_named_here()
    {
        var tables = Tables().Where(table => table.FindProperty(Tenant) is null).Select(table => table.GetTableName());

        Assert.That(tables, Is.EquivalentTo(BeyondTenants));
    }

    [Test]
    public void The_account_comes_first_in_every_key()
    {
        var strays =
            from table in Tables()
            where table.FindProperty(Tenant) is not null
            from key in table.GetKeys()
            where key.Properties[0].Name != Tenant
            select $"{table.GetTableName()}({string.Join(", ", key.Properties.Select(p => p.Name))})";

        Assert.That(strays, Is.Empty);
    }

    [Test]
    public void The_account_comes_first_in_every_unique_index()
    {
        var strays =
            from table in Tables()
            where table.FindProperty(Tenant) is not null
            from index in table.GetIndexes()
            where index.IsUnique && index.Properties[0].Name != Tenant
            select $"{table.GetTableName()}({string.Join(", ", index.Properties.Select(p => p.Name))})";

        Assert.That(strays, Is.EquivalentTo(UniqueBeyondTenants));
    }

    [Test]
    public void A_reference_between_tables_stays_within_the_account()
    {
        var strays =
            from table in Tables()
            from reference in table.GetForeignKeys()
            where table.FindProperty(Tenant) is not null && reference.Properties[0].Name != Tenant
            select $"{table.GetTableName()} → {reference.PrincipalEntityType.GetTableName()}";

        Assert.That(strays, Is.Empty);
    }

    [Test]
    public void Everything_that_use_cases_can_ask_for_is_filtered_to_the_callers_accounts()
    {
        var asked = typeof(IAppDbContext)
            .GetProperties()
            .Where(p => p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() == typeof(DbSet<>))
            .Select(p => p.PropertyType.GetGenericArguments()[0])
            .ToList();
        var unfiltered = Tables()
            .Where(table => asked.Contains(table.ClrType) && table.GetDeclaredQueryFilters().Count == 0)
            .Select(table => table.GetTableName());

        Assert.That(asked, Has.Count.GreaterThan(10));
        Assert.That(unfiltered, Is.Empty);
    }

    [Test]
    public void Every_table_of_an_account_is_filtered_to_the_callers_accounts()
    {
        var tables = Tables().Where(table => table.FindProperty(Tenant) is not null).ToList();

        Assert.That(tables, Has.Count.GreaterThan(20));
        Assert.That(tables.Where(table => !table.ClrType.IsAssignableTo(typeof(ITenantOwned))), Is.Empty);
        Assert.That(tables.Where(table => table.GetDeclaredQueryFilters().Count == 0), Is.Empty);
    }

    [Test]
    public void What_no_filter_protects_no_other_room_can_name()
    {
        var reachable =
            from table in Tables()
            where table.GetDeclaredQueryFilters().Count == 0 && table.ClrType.IsVisible
            select table.GetTableName();

        Assert.That(reachable, Is.Empty);
    }

    [Test]
    public void Every_column_of_the_tables_is_in_a_migration()
    {
        using var scope = _services.CreateScope();
        var database = Context(scope).Database;

        Assert.That(database.HasPendingModelChanges(), Is.False, "run ./dev migrate");
    }

    [Test]
    public void Every_migration_is_in_the_script_that_operators_run()
    {
        using var scope = _services.CreateScope();
        var script = string.Join(
            '\n',
            Directory.EnumerateFiles(Path.Combine(Solution.Root, "migrations"), "*.sql").Select(File.ReadAllText)
        );

        var migrations = Context(scope).Database.GetMigrations().ToList();

        Assert.That(migrations, Is.Not.Empty);
        Assert.That(migrations.Where(migration => !script.Contains($"'{migration}'", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Every_mapping_of_AutoMapper_is_complete() =>
        _services.GetRequiredService<AutoMapper.IConfigurationProvider>().AssertConfigurationIsValid();

    private IReadOnlyList<IEntityType> Tables()
    {
        using var scope = _services.CreateScope();
        return [.. Context(scope).Model.GetEntityTypes().Where(type => type.GetTableName() is not null)];
    }

    private static DbContext Context(IServiceScope scope) => (DbContext)scope.ServiceProvider.GetRequiredService<IAppDbContext>();

    private static ServiceProvider Build() =>
        new ServiceCollection()
            .AddLogging()
            .AddScoped<ICaller, Nobody>()
            .AddApplication(autoMapperLicenseKey: null)
            .AddInfrastructure(
                new("Host=nowhere;Database=none", MasterKey: null, new(null, 7), new(true), new("http://localhost"))
            )
            .BuildServiceProvider();

    private sealed class Nobody : ICaller
    {
        public bool MayUseEveryAccount => false;

        public bool MayChangeAccounts => false;

        public bool SeesContacts => false;

        public IReadOnlyList<UserAccountId> Accounts => [];

        public void ActFor(UserAccountId account) => throw new NotSupportedException();
    }
}
