namespace AmoCrmQualification.Integration.Tests.Support;

/// <summary>A test that reads what a service answers.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal abstract class HttpTest
{
    protected static async Task<JsonElement> JsonAsync(HttpResponseMessage response, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(expected), text);
        return text.Length == 0 ? default : JsonElement.Parse(text);
    }

    /// <param name="reason">Null where any of the known ones will do.</param>
    protected static async Task<JsonElement> ProblemAsync(
        HttpResponseMessage response,
        HttpStatusCode expected,
        string code,
        string? reason = null
    )
    {
        var problem = await JsonAsync(response, expected);
        Assert.Multiple(() =>
        {
            Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
            Assert.That(problem.GetProperty("code").GetString(), Is.EqualTo(code));
            Assert.That(problem.GetProperty("reason").GetString(), Is.AnyOf(reason is null ? KnownReasons.All : [reason]));
        });
        return problem;
    }
}
