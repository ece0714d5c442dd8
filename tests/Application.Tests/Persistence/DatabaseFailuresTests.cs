using AmoCrmQualification.Domain.Common;
using AmoCrmQualification.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AmoCrmQualification.Application.Tests.Persistence;

public sealed class DatabaseFailuresTests
{
    [TestCase(PostgresErrorCodes.AdminShutdown)]
    [TestCase(PostgresErrorCodes.CrashShutdown)]
    [TestCase(PostgresErrorCodes.UndefinedFile)]
    public void A_server_that_stops_or_was_upgraded_under_its_feet_is_away_and_not_a_bug(string code)
    {
        var failure = new PostgresException("plpgsql.so: undefined symbol", "ERROR", "ERROR", code);

        Assert.That(DatabaseFailures.IsAway(failure), Is.True);
        Assert.That(DatabaseFailures.Classify(failure)?.Kind, Is.EqualTo(RefusalKind.Unavailable));
    }

    [Test]
    public void A_faulty_statement_is_a_bug() =>
        Assert.That(
            DatabaseFailures.Classify(new PostgresException("syntax", "ERROR", "ERROR", PostgresErrorCodes.SyntaxError)),
            Is.Null
        );

    [TestCase(PostgresErrorCodes.UniqueViolation)]
    [TestCase(PostgresErrorCodes.ForeignKeyViolation)]
    public void A_row_that_came_or_went_meanwhile_is_a_conflict(string code) =>
        Assert.That(
            DatabaseFailures.Classify(new PostgresException("constraint", "ERROR", "ERROR", code))?.Reason,
            Is.EqualTo(Reasons.ConcurrentChange)
        );

    [Test]
    public void A_row_that_is_gone_when_it_is_saved_is_a_conflict() =>
        Assert.That(
            DatabaseFailures.Classify(new DbUpdateConcurrencyException("expected to affect 1 row"))?.Reason,
            Is.EqualTo(Reasons.ConcurrentChange)
        );
}
