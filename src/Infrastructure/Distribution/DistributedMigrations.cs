using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.Internal;
using Npgsql.EntityFrameworkCore.PostgreSQL.Migrations;

namespace AmoCrmQualification.Infrastructure.Distribution;

/// <summary>
/// Writes a new table's foreign keys as statements after it: where tables are spread it is spread first, as Citus refuses a key
/// from a table that is not to one that is.
/// </summary>
internal sealed class DistributedMigrations(
    MigrationsSqlGeneratorDependencies dependencies,
    INpgsqlSingletonOptions npgsqlSingletonOptions
) : NpgsqlMigrationsSqlGenerator(dependencies, npgsqlSingletonOptions)
{
    // What Citus has is named in statements that are read only where it is.
    private const string SpreadBeside = $$"""
        DO $citus$ BEGIN
          IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
            IF EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = to_regclass('{{TablePlacement.First}}')) THEN
              PERFORM create_distributed_table('{0}', '{{TablePlacement.Column}}', colocate_with => '{{TablePlacement.First}}');
            END IF;
          END IF;
        END $citus$
        """;

    protected override void Generate(
        CreateTableOperation operation,
        IModel? model,
        MigrationCommandListBuilder builder,
        bool terminate = true
    )
    {
        if (!IsSpread(operation))
        {
            base.Generate(operation, model, builder, terminate);
            return;
        }

        var keys = operation.ForeignKeys.ToList();
        operation.ForeignKeys.Clear();
        base.Generate(operation, model, builder, terminate);
        Generate(
            new SqlOperation { Sql = SpreadBeside.Replace("{0}", operation.Name, StringComparison.Ordinal) },
            model,
            builder
        );
        foreach (var key in keys)
            Generate(key, model, builder);
    }

    private static bool IsSpread(CreateTableOperation table) =>
        table.PrimaryKey?.Columns[0] == TablePlacement.Column && !TablePlacement.Local.ContainsKey(table.Name);
}
