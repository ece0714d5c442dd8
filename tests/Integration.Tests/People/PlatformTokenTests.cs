using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace AmoCrmQualification.Integration.Tests.People;

/// <summary>A platform with its own users sends its JWT, signed with a key it shares with the service.</summary>
internal sealed class PlatformTokenTests : ApiTest
{
    private static readonly string[] Bad =
    [
        "expired",
        "expired a minute ago",
        "not valid yet",
        "without an end",
        "for another audience",
        "for no audience",
        "signed with another key",
        "signed with another algorithm",
        "not signed",
        "not signed, but it says how",
        "changed",
        "with a changed signature",
        "cut off",
        "three parts of nothing",
        "dots",
    ];

    [TestCaseSource(nameof(Bad))]
    public async Task A_token_that_is_not_good_opens_nothing(string how)
    {
        var account = await UnconnectedAccountAsync();
        using var client = Service.Client(Token(how, account.Id));

        foreach (var path in new[] { account.Url("/api/leads"), "/api/user-accounts" })
        {
            var answer = await client.GetAsync(path);
            await ProblemAsync(answer, HttpStatusCode.Unauthorized, "unauthorized");
            Assert.That(answer.Headers.WwwAuthenticate.ToString(), Is.EqualTo("Bearer"), "it tells no reason");
        }
    }

    [Test]
    public async Task A_user_of_the_platform_is_a_member_of_the_accounts_it_lists()
    {
        var (first, second, third) = (
            await UnconnectedAccountAsync(),
            await UnconnectedAccountAsync(),
            await UnconnectedAccountAsync()
        );
        var unknown = Guid.CreateVersion7();
        object[] spellings =
        [
            new[] { $"{first.Id}", $"{second.Id}", $"{unknown}", "nonsense", "" },
            $"{first.Id} {second.Id} {unknown} nonsense",
            $"{first.Id},{second.Id},{unknown},",
            $"{first.Id}, {second.Id}",
        ];

        foreach (var spelling in spellings)
        {
            using var client = Service.Client(Token(claims => claims[PlatformToken.AccountsClaim] = spelling));
            var listed = await JsonAsync(await client.GetAsync("/api/user-accounts"));
            Assert.That(listed.List("items").Select(a => a.Id()), Is.EqualTo([second.Id, first.Id]));
            await JsonAsync(await client.GetAsync(first.Url("/api/leads")));
            await ProblemAsync(await client.GetAsync(third.Url("/api/leads")), HttpStatusCode.Forbidden, "forbidden");
            await ProblemAsync(
                await client.GetAsync($"/api/leads?userAccountId={unknown}"),
                HttpStatusCode.Forbidden,
                "forbidden"
            );
        }
    }

    [Test]
    public async Task A_token_that_lists_nothing_is_a_member_of_nothing()
    {
        object?[] spellings = [Array.Empty<string>(), "", 1, new { first = 1 }, null];
        foreach (var spelling in spellings)
        {
            using var client = Service.Client(Token(claims => claims[PlatformToken.AccountsClaim] = spelling!));
            Assert.That((await JsonAsync(await client.GetAsync("/api/user-accounts"))).List("items"), Is.Empty);
        }

        using var without = Service.Client(Token(claims => claims.Remove(PlatformToken.AccountsClaim)));
        Assert.That((await JsonAsync(await without.GetAsync("/api/user-accounts"))).List("items"), Is.Empty);
    }

    [TestCase("role")]
    [TestCase("roles")]
    [TestCase("http://schemas.microsoft.com/ws/2008/06/identity/claims/role")]
    public async Task Nothing_that_a_token_claims_makes_an_administrator(string claim)
    {
        using var client = Service.Client(Token(claims => claims[claim] = "admin"));

        await ProblemAsync(await client.GetAsync("/api/users"), HttpStatusCode.Forbidden, "forbidden");
        await ProblemAsync(
            await client.PostAsJsonAsync("/api/user-accounts", new { name = "Ещё" }),
            HttpStatusCode.Forbidden,
            "forbidden"
        );
    }

    [TestCase("user_account_id")]
    [TestCase("session_key")]
    public async Task The_words_by_which_we_tell_callers_apart_mean_nothing_in_a_token(string claim)
    {
        var account = await UnconnectedAccountAsync();
        using var client = Service.Client(Token(claims => claims[claim] = account.Id.ToString()));

        await ProblemAsync(await client.GetAsync(account.Url("/api/leads")), HttpStatusCode.Forbidden, "forbidden");
        await ProblemAsync(await client.GetAsync("/api/session"), HttpStatusCode.Forbidden, "forbidden");
    }

    [Test]
    public async Task A_user_of_the_platform_may_change_what_is_his()
    {
        var account = await UnconnectedAccountAsync();
        using var client = Service.Client(PlatformToken.For(account.Id));

        var made = await JsonAsync(
            await client.PostAsJsonAsync(account.Url("/api/directions"), new { name = "Кухни" }),
            HttpStatusCode.Created
        );

        await JsonAsync(await client.PatchAsJsonAsync($"/api/directions/{made.Id()}", new { name = "Шкафы" }));
    }

    [Test]
    public async Task The_claim_can_have_another_name()
    {
        var account = await UnconnectedAccountAsync();
        await using var service = Service.Replicate(("Jwt:AccountsClaim", "https://platform.example/clients"));
        var token = Token(claims => claims["https://platform.example/clients"] = account.Id.ToString());
        using var client = service.Client(token);
        using var usual = service.Client(PlatformToken.For(account.Id));

        await JsonAsync(await client.GetAsync(account.Url("/api/leads")));
        await ProblemAsync(await usual.GetAsync(account.Url("/api/leads")), HttpStatusCode.Forbidden, "forbidden");
    }

    [Test]
    public async Task Without_an_audience_the_shared_key_alone_decides()
    {
        var account = await UnconnectedAccountAsync();
        await using var service = Service.Replicate(("Jwt:Audience", ""));
        using var client = service.Client(Token("for another audience", account.Id));

        await JsonAsync(await client.GetAsync(account.Url("/api/leads")));
    }

    [Test]
    public async Task A_service_that_knows_no_platform_accepts_no_token()
    {
        var account = await UnconnectedAccountAsync();
        await using var service = Service.Replicate(("Jwt:SigningKey", ""), ("Jwt:Audience", ""));
        using var client = service.Client(PlatformToken.For(account.Id));

        await ProblemAsync(await client.GetAsync(account.Url("/api/leads")), HttpStatusCode.Unauthorized, "unauthorized");
    }

    [Test]
    public async Task An_operators_key_with_dots_is_no_token()
    {
        const string Key = "the.key.of-the-operator";
        await using var service = Service.Replicate(("Security:AdminApiKey", Key));
        using var client = service.Client(Key);

        await JsonAsync(await client.GetAsync("/api/users"));
    }

    private static string Token(Action<Dictionary<string, object>> change)
    {
        var claims = PlatformToken.Claims();
        change(claims);
        return PlatformToken.Create(claims);
    }

    private static string Token(string how, Guid account)
    {
        var claims = PlatformToken.Claims(account);
        var good = PlatformToken.Create(claims);
        var parts = good.Split('.');
        switch (how)
        {
            case "expired":
                claims["exp"] = PlatformToken.In(TimeSpan.FromDays(-1));
                return PlatformToken.Create(claims);
            case "expired a minute ago":
                claims["exp"] = PlatformToken.In(TimeSpan.FromMinutes(-1));
                return PlatformToken.Create(claims);
            case "not valid yet":
                claims["nbf"] = PlatformToken.In(TimeSpan.FromMinutes(2));
                return PlatformToken.Create(claims);
            case "without an end":
                claims.Remove("exp");
                return PlatformToken.Create(claims);
            case "for another audience":
                claims["aud"] = "another-service";
                return PlatformToken.Create(claims);
            case "for no audience":
                claims.Remove("aud");
                return PlatformToken.Create(claims);
            case "signed with another key":
                return PlatformToken.Create(
                    claims,
                    With("another-key-of-more-than-32-characters", SecurityAlgorithms.HmacSha256)
                );
            case "signed with another algorithm":
                return PlatformToken.Create(claims, With(PlatformToken.SigningKey, SecurityAlgorithms.HmacSha512));
            case "not signed":
                return $"{Encode("""{"alg":"none","typ":"JWT"}""")}.{parts[1]}.";
            case "not signed, but it says how":
                return $"{parts[0]}.{parts[1]}.";
            case "changed":
                claims[PlatformToken.AccountsClaim] = new[] { account.ToString(), Guid.CreateVersion7().ToString() };
                return $"{parts[0]}.{Encode(JsonSerializer.Serialize(claims))}.{parts[2]}";
            case "with a changed signature":
                return $"{parts[0]}.{parts[1]}.{(parts[2][0] == 'A' ? 'B' : 'A')}{parts[2][1..]}";
            case "cut off":
                return good[..^20];
            case "three parts of nothing":
                return "a.b.c";
            default:
                return "..";
        }
    }

    private static SigningCredentials With(string key, string algorithm) =>
        new(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(key)), algorithm);

    private static string Encode(string json) => Base64UrlEncoder.Encode(json);
}
