using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace AmoCrmQualification.Integration.Tests.People;

/// <summary>A platform that publishes the keys it signs with.</summary>
internal sealed class AuthorityTests : ApiTest
{
    [Test]
    public async Task A_token_signed_with_a_published_key_is_good()
    {
        var account = await UnconnectedAccountAsync();
        await using var authority = await Authority.StartAsync();
        await using var service = With(authority.Issuer);
        var claims = ClaimsOf(authority, account.Id);

        Assert.That(await StatusAsync(PlatformToken.Create(claims, authority.Credentials)), Is.EqualTo(HttpStatusCode.OK));

        claims["iss"] = "https://another.example";
        Assert.That(
            await StatusAsync(PlatformToken.Create(claims, authority.Credentials)),
            Is.EqualTo(HttpStatusCode.Unauthorized)
        );
        claims["iss"] = authority.Issuer;
        claims["aud"] = "another-service";
        Assert.That(
            await StatusAsync(PlatformToken.Create(claims, authority.Credentials)),
            Is.EqualTo(HttpStatusCode.Unauthorized)
        );

        async Task<HttpStatusCode> StatusAsync(string token)
        {
            using var client = service.Client(token);
            return (await client.GetAsync(account.Url("/api/leads"))).StatusCode;
        }
    }

    [Test]
    public async Task A_published_key_is_no_secret()
    {
        var account = await UnconnectedAccountAsync();
        await using var authority = await Authority.StartAsync();
        await using var service = With(authority.Issuer);
        var forged = new SigningCredentials(
            new SymmetricSecurityKey(Encoding.UTF8.GetBytes(authority.PublicKey)) { KeyId = "key-1" },
            SecurityAlgorithms.HmacSha256
        );
        using var client = service.Client(PlatformToken.Create(ClaimsOf(authority, account.Id), forged));
        using var shared = service.Client(PlatformToken.For(account.Id));

        foreach (var stranger in new[] { client, shared })
            await ProblemAsync(await stranger.GetAsync(account.Url("/api/leads")), HttpStatusCode.Unauthorized, "unauthorized");
    }

    [Test]
    public async Task While_the_keys_cannot_be_read_the_caller_is_not_blamed()
    {
        var account = await UnconnectedAccountAsync();
        await using var authority = await Authority.StartAsync();
        await using var service = With("http://127.0.0.1:9"); // nobody listens there
        using var client = service.Client(PlatformToken.Create(ClaimsOf(authority, account.Id), authority.Credentials));

        await ProblemAsync(await client.GetAsync(account.Url("/api/leads")), HttpStatusCode.ServiceUnavailable, "unavailable");
        using var key = service.Client(Service.AdminKey);
        await JsonAsync(await key.GetAsync(account.Url("/api/leads")));
    }

    private static Service With(string authority) => Service.Replicate(("Jwt:SigningKey", ""), ("Jwt:Authority", authority));

    private static Dictionary<string, object> ClaimsOf(Authority authority, Guid account)
    {
        var claims = PlatformToken.Claims(account);
        claims["iss"] = authority.Issuer;
        return claims;
    }
}
