using AmoCrmQualification.Domain.People;
using AmoCrmQualification.Integration.Tests.Errors;

namespace AmoCrmQualification.Integration.Tests.People;

/// <summary>Every route that is described, asked for by every kind of caller in an account of his own.</summary>
internal sealed class RouteRightsTests : ApiTest
{
    private static readonly Right[] s_ofMember = [Right.Read, Right.Work];
    private static readonly Right[] s_ofKey = [.. s_ofMember, Right.Configure];
    private static readonly Right[] s_ofOperator = [.. s_ofKey, Right.Administer];

    private static readonly string[] s_ofAdministrators =
    [
        "/api/users",
        "/metrics",
        "/api/user-accounts/{id}/api-keys",
        "/api/user-accounts/{id}/report-role",
        "/api/branding",
    ];

    private static readonly string[] s_figuresOfAccount =
    [
        "GET /api/user-accounts/{id}",
        "GET /api/user-accounts/{id}/horizon-impact",
    ];

    /// <summary>They show what viewers have no use for: raw bodies, deals to decide on, settings.</summary>
    private static readonly string[] s_readToWork =
    [
        "GET /api/lead-matches",
        "GET /api/webhook-deliveries",
        "GET /api/webhook-deliveries/{id}",
        "GET /api/user-accounts/{id}/attribution",
    ];

    private (TestAccount, HttpClient)? _known;

    [TestCase(Caller.Operator)]
    [TestCase(Caller.Admin)]
    [TestCase(Caller.Member)]
    [TestCase(Caller.Viewer)]
    [TestCase(Caller.Key)]
    [TestCase(Caller.Token)]
    public async Task A_caller_does_what_the_role_may_and_nothing_else(Caller caller)
    {
        var routes = (await ApiRoute.AllAsync(Admin)).Where(route => !route.IsOpen).ToList();
        Assert.That(routes, Has.Count.GreaterThan(70), "the document lists the routes");

        foreach (var route in routes)
        {
            var (account, client) = await CallerAsync(caller, route);
            var answer = await client.AskAsync(route.Method, AddressOf(route, account.Id), route.Body);

            var text = $"{route}: {await answer.Content.ReadAsStringAsync()}";
            if (RightsOf(caller).Contains(Needed(route)))
                Assert.That((int)answer.StatusCode, Is.Not.AnyOf(401, 403).And.LessThan(500), text);
            else
                await ProblemAsync(answer, HttpStatusCode.Forbidden, "forbidden", "right_missing");
        }
    }

    [Test]
    public async Task A_session_tells_its_rights()
    {
        foreach (
            var (role, rights) in new[]
            {
                ("viewer", "read"),
                ("member", "read work"),
                ("admin", "read work configure administer"),
            }
        )
        {
            var person = await SignedIn.NewAsync(Service, role);

            Assert.That(string.Join(' ', person.Session.List("rights").Select(right => right.GetString())), Is.EqualTo(rights));
        }
    }

    /// <summary>Each kind of caller, with what is shown for it.</summary>
    internal enum Caller
    {
        Operator,
        Admin,
        Member,
        Viewer,
        Key,
        Token,
    }

    /// <summary>By what the contract says of roles, not by the product's own table.</summary>
    private static Right Needed(ApiRoute route)
    {
        var (name, isRead) = (route.ToString(), route.Method == HttpMethod.Get);
        if (route.Template.StartsWith("/api/session", StringComparison.Ordinal))
            return Right.OwnSession;
        if (
            s_ofAdministrators.Any(path => route.Template.StartsWith(path, StringComparison.Ordinal))
            || name == "POST /api/user-accounts"
        )
            return Right.Administer;
        if (name == "GET /api/share-links/current")
            return Right.Share;
        if (
            route.Template.StartsWith("/api/share-links", StringComparison.Ordinal)
            || route.Template.StartsWith("/api/digests", StringComparison.Ordinal)
        )
            return Right.Configure;
        if (s_readToWork.Contains(name))
            return Right.Work;
        if (route.Template.StartsWith("/api/user-accounts/{id}", StringComparison.Ordinal) && !s_figuresOfAccount.Contains(name))
            return Right.Configure;
        return isRead ? Right.Read : Right.Work;
    }

    private static Right[] RightsOf(Caller caller) =>
        caller switch
        {
            Caller.Operator => s_ofOperator,
            Caller.Admin => [.. s_ofOperator, Right.OwnSession],
            Caller.Member => [.. s_ofMember, Right.OwnSession],
            Caller.Viewer => [Right.Read, Right.OwnSession],
            Caller.Key => s_ofKey,
            Caller.Token => s_ofMember,
        };

    /// <summary>Some routes end a session or change the account: each is asked for anew.</summary>
    private async Task<(TestAccount Account, HttpClient Client)> CallerAsync(Caller caller, ApiRoute route)
    {
        if (_known is { } known && Needed(route) is Right.Read)
            return known;
        var account = await UnconnectedAccountAsync();
        var client = caller switch
        {
            Caller.Operator => Service.Client(Support.Service.AdminKey),
            Caller.Key => account.Client,
            Caller.Token => Service.Client(PlatformToken.For(account.Id)),
            _ => (await SignedIn.NewAsync(Service, caller.ToString().ToLowerInvariant(), account.Id)).Client(Service),
        };
        if (Needed(route) is Right.Read)
            _known = (account, client);
        return (account, client);
    }

    private static string AddressOf(ApiRoute route, Guid account)
    {
        var path = route.Template.StartsWith("/api/user-accounts/{id}", StringComparison.Ordinal)
            ? Belongings.UnknownUrlOf(
                route with
                {
                    Template = route.Template.Replace("{id}", $"{account}", StringComparison.Ordinal),
                }
            )
            : Belongings.UnknownUrlOf(route);
        return route.NamesAccount ? $"{path}?userAccountId={account}" : path;
    }
}
