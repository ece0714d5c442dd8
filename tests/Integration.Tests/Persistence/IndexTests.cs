namespace AmoCrmQualification.Integration.Tests.Persistence;

/// <summary>What the database has and the model cannot say.</summary>
internal sealed class IndexTests : ApiTest
{
    [Test]
    public async Task The_key_of_the_stages_reached_includes_when()
    {
        var key = await Service.ScalarAsync<string>(
            "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'pk_lead_stage_reached'"
        );

        Assert.That(key, Does.EndWith("INCLUDE (first_entered_at, last_entered_at)"));
    }
}
