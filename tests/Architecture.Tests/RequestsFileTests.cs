using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;

namespace AmoCrmQualification.Architecture.Tests;

/// <summary>requests.http has a request for every action, and none for a route that is not there.</summary>
internal sealed partial class RequestsFileTests
{
    /// <summary>Routes that no controller has.</summary>
    private static readonly string[] Endpoints =
    [
        "GET /health/live",
        "GET /health/ready",
        "GET /metrics",
        "GET /api/webhooks/amocrm",
        "POST /api/webhooks/amocrm",
    ];

    private static readonly string[] Requests =
    [
        .. Request()
            .Matches(File.ReadAllText(Path.Combine(Solution.Root, "requests.http")))
            .Select(request => Parameter().Replace($"{request.Groups["method"]} {request.Groups["path"]}", "{}"))
            .Distinct(),
    ];

    [Test]
    public void Every_route_has_a_request_and_every_request_a_route() =>
        Assert.That(Requests, Is.EquivalentTo(Routes().Concat(Endpoints)));

    private static IEnumerable<string> Routes() =>
        from controller in Solution.Api.GetTypes()
        where controller.IsSubclassOf(typeof(ControllerBase))
        let prefix = controller.GetCustomAttribute<RouteAttribute>()?.Template
        from action in controller.GetMethods()
        from route in action.GetCustomAttributes<HttpMethodAttribute>()
        let path = string.Join('/', new[] { prefix, route.Template }.Where(part => part is not null))
        from method in route.HttpMethods
        select $"{method} /{Parameter().Replace(path, "{}")}";

    [GeneratedRegex(@"^(?<method>[A-Z]+) \{\{api\}\}(?<path>[^?\s]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Request();

    [GeneratedRegex(@"\{+[^}]*\}+")]
    private static partial Regex Parameter();
}
