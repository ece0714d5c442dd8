using AmoCrmQualification.Application.Attribution;

namespace AmoCrmQualification.Infrastructure.Attribution;

internal sealed class PostgresMarkExamples(NpgsqlDataSource database) : IMarkExamples
{
    private const string Sql = """
        SELECT code, value
        FROM (
          SELECT code, value, row_number() OVER (PARTITION BY code ORDER BY count(*) DESC, value) AS place
          FROM lead_marks WHERE user_account_id = $1 AND field <> 'address'
          GROUP BY code, value) v
        WHERE place <= 3
        ORDER BY code, place
        """;

    public async Task<ILookup<string, string>> ReadAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        await using var command = database.Command(Sql, BatchCommands.Scalar(account.Value));
        var values = await command.ListAsync(row => (Code: row.GetString(0), Value: row.GetString(1)), cancellationToken);
        return values.ToLookup(v => v.Code, v => v.Value, StringComparer.Ordinal);
    }
}
