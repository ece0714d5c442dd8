using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Connections;

namespace AmoCrmQualification.Domain.Tests.Connections;

internal sealed class ConnectionTests
{
    private static readonly DateTimeOffset s_noon = new(2026, 9, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly AmoDomain s_host = AmoDomain.Parse("agency.amocrm.ru")!.Value;

    [Test]
    public void It_is_connected_since_the_last_tokens_were_given()
    {
        var connection = Connection.To(UserAccountId.New());

        connection.Use(new(1), s_host, new("first", null), s_noon);
        Assert.That(connection.ConnectedAt, Is.EqualTo(s_noon));
        connection.Use(new(1), s_host, new("second", null), s_noon.AddDays(30));

        Assert.That(connection.ConnectedAt, Is.EqualTo(s_noon.AddDays(30)));
    }

    [Test]
    public void A_person_has_to_help_when_the_token_ends_that_cannot_be_refreshed()
    {
        var connection = Connection.To(UserAccountId.New());

        connection.Use(new(1), s_host, new("access", s_noon.AddDays(1)), s_noon);
        Assert.That((connection.ConnectedBy, connection.EndsAt), Is.EqualTo((ConnectionMeans.LongLivedToken, s_noon.AddDays(1))));
        connection.Use(new(1), s_host, new("access", s_noon.AddDays(1), "refresh", s_noon.AddDays(90)), s_noon);

        Assert.That((connection.ConnectedBy, connection.EndsAt), Is.EqualTo((ConnectionMeans.Oauth, s_noon.AddDays(90))));
    }
}
