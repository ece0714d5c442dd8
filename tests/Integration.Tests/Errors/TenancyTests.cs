namespace AmoCrmQualification.Integration.Tests.Errors;

/// <summary>What a caller may not see, he cannot reach by any route, and cannot learn that it exists.</summary>
internal sealed class TenancyTests : ApiTest
{
    /// <summary>They need a right that no member has.</summary>
    private static readonly string[] s_ofKeys = ["/api/share-links", "/api/digests"];

    [Test]
    public async Task Only_signing_in_what_amoCRM_calls_and_health_are_open_to_everybody()
    {
        var open = (await ApiRoute.AllAsync(Admin)).Where(route => route.IsOpen).Select(route => route.ToString());

        Assert.That(
            open,
            Is.EquivalentTo([
                "POST /api/webhooks/amocrm",
                "GET /api/webhooks/amocrm",
                "GET /api/amocrm/oauth/callback",
                "GET /api/amocrm/oauth/disabled",
                "POST /api/session",
                "GET /api/setup",
                "POST /api/setup",
                "GET /api/invitations/{token}",
                "POST /api/invitations/{token}",
                "POST /api/share-links/session",
                "GET /api/digests/unsubscription/{code}",
                "POST /api/digests/unsubscription/{code}",
                "GET /api/branding",
                "GET /api/branding/logo",
                "GET /health/live",
                "GET /health/ready",
            ])
        );
    }

    [TestCase(null)]
    [TestCase("unknown-key-of-nobody")]
    [TestCase("amoq_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Without_a_known_key_every_route_is_closed(string? key)
    {
        var account = await UnconnectedAccountAsync();
        using var stranger = Service.Client(key);

        foreach (var route in await ClosedAsync())
        {
            var answer = await stranger.AskAsync(route.Method, Own(route, account.Id), route.Body);

            await RefusedAsync(route, answer, HttpStatusCode.Unauthorized, "unauthorized");
            Assert.That(answer.Headers.WwwAuthenticate.ToString(), Is.EqualTo("Bearer"), route.ToString());
        }
    }

    [TestCase("Basic dGVzdDp0ZXN0")]
    [TestCase("Bearer")]
    [TestCase("Bearer ")]
    [TestCase("Bearer  \t ")]
    [TestCase("the-operator's-key-of-the-tests")]
    public async Task An_authorization_that_is_no_key_is_refused(string header)
    {
        using var client = Service.Client(key: null);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);

        await ProblemAsync(await client.GetAsync("/api/user-accounts"), HttpStatusCode.Unauthorized, "unauthorized");
    }

    [TestCase(With.Key)]
    [TestCase(With.Cookie)]
    [TestCase(With.Token)]
    public async Task A_stranger_may_not_name_another_account(With with)
    {
        var account = await UnconnectedAccountAsync();
        using var stranger = await StrangerAsync(with);

        foreach (var route in (await ClosedAsync()).Where(r => r.NamesAccount))
        {
            foreach (var named in new[] { account.Id, Guid.CreateVersion7() })
            {
                var answer = await stranger.AskAsync(route.Method, Own(route, named), route.Body);
                await RefusedAsync(route, answer, HttpStatusCode.Forbidden, "forbidden");
            }
        }
    }

    [TestCase(With.Key)]
    [TestCase(With.Cookie)]
    [TestCase(With.Token)]
    public async Task A_stranger_finds_no_object_of_another_account_and_changes_none(With with)
    {
        var owner = await Belongings.MakeAsync(await AccountAsync());
        using var stranger = await StrangerAsync(with);

        foreach (var route in (await ClosedAsync()).Where(r => r is { NamesObject: true, NamesAccount: false }))
        {
            var theirs = await stranger.AskAsync(route.Method, owner.UrlOf(route), route.Body);
            var nobodys = await stranger.AskAsync(route.Method, Belongings.UnknownUrlOf(route), route.Body);

            // Keys, roles and users are an administrator's alone, links not a member's: there is nothing to learn from a refusal that all get.
            var isForAdministrators =
                route.Template.Contains("api-keys", StringComparison.Ordinal)
                || route.Template.Contains("report-role", StringComparison.Ordinal)
                || route.Template.StartsWith("/api/users", StringComparison.Ordinal)
                || (with != With.Key && s_ofKeys.Any(path => route.Template.StartsWith(path, StringComparison.Ordinal)));
            var (status, code) = isForAdministrators
                ? (HttpStatusCode.Forbidden, "forbidden")
                : (HttpStatusCode.NotFound, "not_found");
            await RefusedAsync(route, theirs, status, code);
            Assert.That(
                await theirs.Content.ReadAsStringAsync(),
                Is.EqualTo(await nobodys.Content.ReadAsStringAsync()),
                $"{route}: an object that is another's and one that is nobody's look alike"
            );
        }

        await owner.AssertUntouchedAsync();
    }

    [Test]
    public async Task The_operator_finds_no_object_that_does_not_exist()
    {
        foreach (var route in (await ClosedAsync()).Where(r => r is { NamesObject: true, NamesAccount: false }))
        {
            var answer = await Admin.AskAsync(route.Method, Belongings.UnknownUrlOf(route), route.Body);
            await RefusedAsync(route, answer, HttpStatusCode.NotFound, "not_found");
        }
    }

    [Test]
    public async Task An_account_must_be_named_by_its_id()
    {
        var account = await UnconnectedAccountAsync();

        foreach (var route in (await ClosedAsync()).Where(r => r.NamesAccount))
        {
            foreach (var client in new[] { Admin, account.Client })
            {
                var path = Belongings.UnknownUrlOf(route);
                await RefusedAsync(
                    route,
                    await client.AskAsync(route.Method, path, route.Body),
                    HttpStatusCode.BadRequest,
                    "missing_user_account_id"
                );
                await RefusedAsync(
                    route,
                    await client.AskAsync(route.Method, $"{path}?userAccountId=", route.Body),
                    HttpStatusCode.BadRequest,
                    "missing_user_account_id"
                );
                foreach (var malformed in new[] { "1", "abc", $"{account.Id}x", $"{account.Id}&userAccountId={account.Id}" })
                    await RefusedAsync(
                        route,
                        await client.AskAsync(route.Method, $"{path}?userAccountId={malformed}", route.Body),
                        HttpStatusCode.BadRequest,
                        "validation_error"
                    );
            }

            await RefusedAsync(
                route,
                await Admin.AskAsync(route.Method, Own(route, Guid.CreateVersion7()), route.Body),
                HttpStatusCode.NotFound,
                "not_found"
            );
        }
    }

    /// <summary>What a stranger shows: the key of an account, the cookie of its member, or a token that names it.</summary>
    internal enum With
    {
        Key,
        Cookie,
        Token,
    }

    /// <summary>Somebody who may use an account, but not the one in question.</summary>
    private async Task<HttpClient> StrangerAsync(With with)
    {
        var own = await UnconnectedAccountAsync();
        return with switch
        {
            With.Key => own.Client,
            With.Cookie => (await SignedIn.NewAsync(Service, "member", own.Id)).Client(Service),
            With.Token => Service.Client(PlatformToken.For(own.Id)),
        };
    }

    private async Task<IReadOnlyList<ApiRoute>> ClosedAsync()
    {
        var closed = (await ApiRoute.AllAsync(Admin)).Where(route => !route.IsOpen).ToList();
        Assert.That(closed, Has.Count.GreaterThan(20), "the document lists the routes");
        return closed;
    }

    private static string Own(ApiRoute route, Guid account) =>
        $"{Belongings.UnknownUrlOf(route)}{(route.NamesAccount ? $"?userAccountId={account}" : "")}";

    private static async Task RefusedAsync(ApiRoute route, HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(status), $"{route}: {text}");
        Assert.That(text, Is.Not.Empty.And.Not.Contains("   at ").And.Not.Contains("Exception").And.Not.Contains("SELECT"));
        await ProblemAsync(answer, status, code);
    }
}
