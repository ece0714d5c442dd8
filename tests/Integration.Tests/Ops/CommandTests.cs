namespace AmoCrmQualification.Integration.Tests.Ops;

/// <summary>What the program is told by its arguments.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class CommandTests
{
    [TestCase("nonsense")]
    [TestCase("--help")]
    [TestCase("-h")]
    [TestCase("migrate now")]
    [TestCase("rewrap")]
    [TestCase("--urls http://127.0.0.1:0 start")]
    public async Task An_unknown_argument_ends_with_64_and_the_list_of_commands(string arguments)
    {
        await using var program = ApiProgram.Start(
            arguments.Split(' '),
            ("ConnectionStrings__Postgres", "Host=127.0.0.1;Port=1;Database=nobody")
        );

        Assert.That(await program.ExitsAsync(), Is.EqualTo(64), program.Output);
        Assert.That(program.Output, Is.Empty);
        Assert.That(program.Errors.Trim().Split('\n'), Has.Length.EqualTo(1));
        Assert.That(program.Errors, Does.Contain("migrate").And.Contain("openapi").And.Contain("rewrap-keys"));
    }

    [TestCase("migrate", "The database cannot be used")]
    [TestCase("distribute", "The database cannot be used")]
    [TestCase("rewrap-keys", "Security__MasterKey")]
    public async Task A_command_that_cannot_be_done_ends_with_1_and_one_line(string command, string named)
    {
        await using var program = ApiProgram.Start(
            [command],
            ("ConnectionStrings__Postgres", "Host=127.0.0.1;Port=1;Database=nobody")
        );

        Assert.That(await program.ExitsAsync(), Is.EqualTo(1), program.Output);
        Assert.That(program.Errors.Trim().Split('\n'), Has.Length.EqualTo(1));
        Assert.That(program.Errors, Does.Contain(named));
    }
}
