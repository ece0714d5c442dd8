namespace AmoCrmQualification.Infrastructure.Analytics;

/// <summary>A statement over one account, which it names by equality, and the reader of its rows.</summary>
internal sealed record CountStatement<T>(string Sql, IReadOnlyList<NpgsqlParameter> Parameters, Func<NpgsqlDataReader, T> Read);
