using System.Text.RegularExpressions;
using AmoCrmQualification.Infrastructure.Distribution;
using Npgsql;

namespace AmoCrmQualification.Integration.Tests.Distribution;

/// <summary>Judges statements by their plans over the <see cref="TwinDatabase"/>, and by what their text does with functions.</summary>
internal sealed partial class StatementJudge(TwinDatabase twin, IReadOnlyCollection<string> localTables)
{
    private static readonly Guid[] s_severalAccounts = [.. Enumerable.Range(0, 16).Select(_ => Guid.CreateVersion7())];

    /// <summary>Returns what is wrong with each part of a text; nothing where all is well.</summary>
    public async Task<IReadOnlyList<string>> JudgeAsync(
        NpgsqlConnection connection,
        string text,
        IReadOnlyList<NpgsqlParameter> parameters
    )
    {
        List<string> faults = [];
        foreach (var statement in Statements().Split(text).Where(part => Planned().IsMatch(part)))
        {
            var plan = await PlanAsync(connection, statement, parameters);
            var fault = plan.StartsWith('[') ? FaultOf(statement, plan) : plan;
            if (fault is not null)
                faults.Add($"{fault}: {Blank().Replace(statement.Trim(), " ")}");
        }

        return faults;
    }

    private string? FaultOf(string statement, string plan)
    {
        var relations = Relations().Matches(plan).Select(relation => relation.Groups["name"].Value).ToList();
        // Citus changes no table that stays beside one that is copied, where a statement changes two.
        if (Changes().Count(plan) > 1 && relations.Contains(TablePlacement.Reference))
            return $"changes two tables beside {TablePlacement.Reference}";
        var spread = relations.Select(twin.Find).OfType<(string Table, string? Partition)>().ToList();
        if (spread.Count == 0)
            return null;
        if (spread.Select(s => s.Partition).OfType<string>().Distinct(StringComparer.Ordinal).Count() > 1)
            return Locks().IsMatch(statement) ? "locks rows of several accounts" : "asks several accounts";
        if (relations.Intersect(localTables, StringComparer.Ordinal).FirstOrDefault() is { } local)
            return $"touches {local} and {spread[0].Table}";
        return Unstable().IsMatch(statement) ? "sets what depends on settings or the clock" : null;
    }

    private static async Task<string> PlanAsync(
        NpgsqlConnection connection,
        string statement,
        IReadOnlyList<NpgsqlParameter> parameters
    )
    {
        await using NpgsqlCommand explain = new("EXPLAIN (FORMAT JSON, COSTS OFF) " + statement, connection);
        foreach (var parameter in parameters)
            explain.Parameters.Add(Several(parameter));
        try
        {
            return (string)(await explain.ExecuteScalarAsync())!;
        }
        catch (PostgresException e)
        {
            return $"cannot be planned ({e.MessageText})";
        }
    }

    // Of one account alone PostgreSQL would see that it needs one partition.
    private static NpgsqlParameter Several(NpgsqlParameter given)
    {
        var parameter = given.Clone();
        if (parameter.Value is IEnumerable<Guid>)
            parameter.Value = s_severalAccounts;
        return parameter;
    }

    [GeneratedRegex(@";\s*(?:\n|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Statements();

    [GeneratedRegex(@"^\s*(SELECT|INSERT|UPDATE|DELETE|WITH|MERGE)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Planned();

    [GeneratedRegex("\"Relation Name\": \"(?<name>[^\"]+)\"")]
    private static partial Regex Relations();

    [GeneratedRegex(@"\bFOR (NO KEY )?(UPDATE|SHARE)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Locks();

    /// <summary>The clock in DO UPDATE or in a CASE, a column that is cast to an array in SET, JSON that is built in an UPDATE.</summary>
    [GeneratedRegex(
        @"DO UPDATE SET(?s:(?!\bRETURNING\b).)*\b(now\(\)|clock_timestamp\(\)|current_timestamp)|\bSET\b(?s:(?!\b(FROM|WHERE)\b).)*\w\.\w+::\w+\[\]|^\s*UPDATE(?s:.)*(\bCASE\b(?s:(?!\bEND\b).)*\bnow\(\)|\bjsonb_build_)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Unstable();

    [GeneratedRegex("\"Node Type\": \"ModifyTable\"")]
    private static partial Regex Changes();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
