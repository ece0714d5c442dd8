namespace AmoCrmQualification.Integration.Tests.Ops;

/// <summary>A bad value stops the process with one clear line, before anything is touched.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class ConfigurationTests
{
    [TestCase("ConnectionStrings__Postgres", "nonsense", "ConnectionStrings__Postgres")]
    [TestCase("ConnectionStrings__Postgres", "Database=x;Username=y", "ConnectionStrings__Postgres")]
    [TestCase("ConnectionStrings__Postgres", "Host=a;Port=many", "ConnectionStrings__Postgres")]
    [TestCase("ConnectionStrings__PostgresReadOnly", "nonsense", "ConnectionStrings__PostgresReadOnly")]
    [TestCase("ASPNETCORE_URLS", "nonsense", "ASPNETCORE_URLS")]
    [TestCase("PublicUrl", "example.com", "PublicUrl")]
    [TestCase("PublicUrl", "ftp://example.com", "PublicUrl")]
    [TestCase("Security__AdminApiKey", "short", "Security__AdminApiKey")]
    [TestCase("Security__MasterKey", "short", "Security__MasterKey")]
    [TestCase("AmoCrm__ApiBaseUrl", "not a url", "AmoCrm__ApiBaseUrl")]
    [TestCase("AmoCrm__RequestsPerSecond", "0", "AmoCrm__RequestsPerSecond")]
    [TestCase("AmoCrm__RequestsPerSecond", "fast", "AmoCrm__RequestsPerSecond")]
    [TestCase("AmoCrm__ClientId", "a-client-without-a-secret", "AmoCrm__ClientSecret")]
    [TestCase("AmoCrm__ClientSecret", "a-secret-without-a-client", "AmoCrm__ClientId")]
    [TestCase("Webhooks__RequireSignature", "maybe", "Webhooks__RequireSignature")]
    [TestCase("Cors__AllowedOrigins", "everybody", "Cors__AllowedOrigins")]
    [TestCase("Cors__AllowedOrigins__0", "everybody", "Cors__AllowedOrigins")]
    [TestCase("Retention__RawDeliveriesDays", "0", "Retention__RawDeliveriesDays")]
    [TestCase("Retention__RawDeliveriesDays", "-30", "Retention__RawDeliveriesDays")]
    [TestCase("Schedules__PipelineSync", "every day", "Schedules__PipelineSync")]
    [TestCase("Schedules__WebhookCheck", "often", "Schedules__WebhookCheck")]
    [TestCase("Schedules__Reconciliation", "0 0 25 * * ?", "Schedules__Reconciliation")]
    [TestCase("Schedules__Reconciliation", "0 0 0 1 1 ? 2020", "Schedules__Reconciliation")]
    [TestCase("SignIn__FailuresPerUser", "0", "SignIn__FailuresPerUser")]
    [TestCase("SignIn__FailuresPerAddress", "many", "SignIn__FailuresPerAddress")]
    [TestCase("Jwt__Authority", "accounts.example.com", "Jwt__Authority")]
    [TestCase("Jwt__Authority", "http://accounts.example.com", "Jwt__Authority")]
    [TestCase("Jwt__Authority", "https://accounts.example.com", "Jwt__Audience")]
    [TestCase("Jwt__SigningKey", "a-key-of-31-characters-is-short", "Jwt__SigningKey")]
    [TestCase("Jwt__Audience", "nobody-issues-tokens", "Jwt__Audience")]
    [TestCase("Smtp__Host", "mail.example.com", "Smtp__From")]
    [TestCase("Smtp__From", "reports@agency.example", "Smtp__Host")]
    [TestCase("Smtp__Security", "ssl", "Smtp__Security")]
    [TestCase("Telegram__BotToken", "no-token-of-BotFather", "Telegram__BotToken")]
    public async Task A_bad_value_is_named_in_one_line(string name, string value, string named)
    {
        await using var program = ApiProgram.Start(
            ("ConnectionStrings__Postgres", "Host=127.0.0.1;Port=1;Database=nobody"),
            (name, value)
        );

        var code = await program.ExitsAsync();

        var lines = program.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(code, Is.EqualTo(1), program.Output);
        Assert.That(lines, Has.Length.EqualTo(1));
        Assert.That(lines[0], Does.Contain(named));
        Assert.That(program.Output, Is.Empty);
        if (name.StartsWith("Security", StringComparison.Ordinal) || name == "Jwt__SigningKey")
            Assert.That(lines[0], Does.Not.Contain(value), "a secret is not shown, however bad it is");
    }

    [Test]
    public async Task A_shared_key_and_published_keys_exclude_each_other()
    {
        await using var program = ApiProgram.Start(
            ("ConnectionStrings__Postgres", "Host=127.0.0.1;Port=1;Database=nobody"),
            ("Jwt__Authority", "https://accounts.example.com"),
            ("Jwt__Audience", "amocrm-qualification"),
            ("Jwt__SigningKey", PlatformToken.SigningKey)
        );

        Assert.That(await program.ExitsAsync(), Is.EqualTo(1), program.Output);
        Assert.That(program.Errors, Does.Contain("Jwt__SigningKey").And.Not.Contain(PlatformToken.SigningKey));
    }
}
