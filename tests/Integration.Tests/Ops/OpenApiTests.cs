using AmoCrmQualification.Integration.Tests.Errors;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Integration.Tests.Ops;

internal sealed class OpenApiTests : ApiTest
{
    /// <summary>The routes that users of the contract call today; one that goes missing breaks them.</summary>
    private static readonly string[] Contract =
    [
        "POST /api/user-accounts",
        "GET /api/user-accounts",
        "GET /api/user-accounts/{id}",
        "PATCH /api/user-accounts/{id}",
        "POST /api/user-accounts/{id}/api-keys",
        "GET /api/user-accounts/{id}/api-keys",
        "DELETE /api/user-accounts/{id}/api-keys/{keyId}",
        "PUT /api/user-accounts/{id}/amocrm-connection",
        "DELETE /api/user-accounts/{id}/amocrm-connection",
        "POST /api/user-accounts/{id}/amocrm-connection/authorization",
        "GET /api/amocrm/oauth/callback",
        "GET /api/amocrm/oauth/disabled",
        "GET /api/user-accounts/{id}/amocrm-webhook",
        "PUT /api/user-accounts/{id}/amocrm-webhook",
        "DELETE /api/user-accounts/{id}/amocrm-webhook",
        "POST /api/user-accounts/{id}/webhook-secret",
        "POST /api/directions",
        "GET /api/directions",
        "PATCH /api/directions/{id}",
        "POST /api/creatives",
        "DELETE /api/creatives/{id}",
        "GET /api/creatives",
        "PATCH /api/creatives/{id}",
        "POST /api/creatives/from-marks",
        "GET /api/user-accounts/{id}/attribution",
        "PUT /api/user-accounts/{id}/attribution",
        "POST /api/user-accounts/{id}/attribution/preview",
        "POST /api/user-accounts/{id}/attribution/apply",
        "GET /api/user-accounts/{id}/deal-fields",
        "GET /api/attribution/unmatched",
        "PATCH /api/leads/{id}",
        "POST /api/ad-spend",
        "GET /api/ad-spend",
        "POST /api/ad-spend/preview",
        "DELETE /api/ad-spend",
        "POST /api/amocrm/sync-pipelines",
        "GET /api/amocrm/pipelines",
        "PATCH /api/amocrm/pipeline-stages/{stageId}",
        "GET /api/amocrm/pipeline-stages/{stageId}/impact",
        "GET /api/amocrm/qualification-stats",
        "POST /api/leads",
        "GET /api/leads",
        "GET /api/leads/{id}",
        "DELETE /api/leads/{id}",
        "GET /api/leads/{id}/status-history",
        "GET /api/export/leads",
        "POST /api/webhooks/amocrm",
        "GET /api/webhook-deliveries",
        "GET /api/webhook-deliveries/{id}",
        "POST /api/webhook-deliveries/{id}/replay",
        "POST /api/webhook-deliveries/recover",
        "GET /api/sales",
        "POST /api/session",
        "GET /api/session",
        "DELETE /api/session",
        "PUT /api/session/password",
        "GET /api/setup",
        "POST /api/setup",
        "GET /api/users",
        "POST /api/users",
        "PATCH /api/users/{id}",
        "DELETE /api/users/{id}",
        "POST /api/users/{id}/invitation",
        "GET /api/invitations/{token}",
        "POST /api/invitations/{token}",
        "GET /health/live",
        "GET /health/ready",
    ];

    [Test]
    public async Task Every_route_of_the_contract_is_described()
    {
        var described = (await ApiRoute.AllAsync(Admin)).Select(route => route.ToString());

        Assert.That(described, Is.SupersetOf(Contract));
    }

    [Test]
    public async Task Every_route_of_a_controller_is_described()
    {
        var described = (await ApiRoute.AllAsync(Admin)).Select(route => route.ToString());

        var exposed =
            from endpoint in Service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            where endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is not null
            from method in endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods
            select $"{method} /{endpoint.RoutePattern.RawText!.TrimStart('/').Replace(":guid", "", StringComparison.Ordinal)}";
        Assert.That(exposed.ToList(), Is.Not.Empty.And.SubsetOf(described));
    }

    [Test]
    public async Task A_problem_is_described_with_its_code_and_reason()
    {
        var document = await JsonAsync(await Admin.GetAsync("/openapi/v1.json"));

        var problem = document.GetProperty("components").GetProperty("schemas").GetProperty("ProblemDetails");
        Assert.That(problem.List("required").Select(name => name.GetString()), Is.SupersetOf(["code", "reason"]));
        Assert.That(problem.GetProperty("properties").Names(), Is.SupersetOf(["code", "reason", "errors", "field_reasons"]));
    }

    [TestCase("/swagger")]
    [TestCase("/swagger/index.html")]
    public async Task A_person_can_try_the_routes_in_a_browser(string path)
    {
        using var nobody = Service.Client(key: null);

        var answer = await nobody.GetAsync(path);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/html"));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("swagger"));
    }
}
