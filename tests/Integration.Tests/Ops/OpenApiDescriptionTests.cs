using System.Text.RegularExpressions;
using AmoCrmQualification.Domain.Common;

namespace AmoCrmQualification.Integration.Tests.Ops;

/// <summary>Each operation of <c>/openapi/v1.json</c> has a plain summary, its problems by code and reason, and examples.</summary>
internal sealed partial class OpenApiDescriptionTests : ApiTest
{
    private const string Json = "application/json";

    /// <summary>Reasons of no route in particular, or of a field by a rule that all such fields have.</summary>
    private static readonly string[] s_ofNoRoute =
    [
        Reasons.RouteUnknown,
        Reasons.MethodUnknown,
        Reasons.AccessDenied, // in an address, never in a problem
    ];

    [Test]
    public async Task Each_operation_has_a_plain_summary()
    {
        var summaries = (await OperationsAsync()).Select(o => (o.Route, Text: o.Operation.Text("summary")));

        Assert.Multiple(() =>
        {
            foreach (var (route, text) in summaries)
                Assert.That(text, Is.Not.Empty.And.Not.Match(Riddle().ToString()).And.Not.Match(Pronoun().ToString()), route);
        });
    }

    [Test]
    public async Task Each_problem_is_described_by_codes_and_reasons_that_exist()
    {
        var problems = (
            from operation in await OperationsAsync()
            from response in operation.Operation.GetProperty("responses").EnumerateObject()
            where response.Name[0] is '4' or '5'
            select (Where: $"{operation.Route} {response.Name}", Response: response.Value)
        ).ToList();

        Assert.Multiple(() =>
        {
            foreach (var (where, response) in problems)
            {
                var names = Name().Matches(response.Text("description")!).Select(match => match.Groups[1].Value).ToList();
                Assert.That(names, Has.Count.GreaterThan(1).And.SubsetOf(KnownReasons.All.Concat(KnownReasons.Codes)), where);
                Assert.That(names[0], Is.AnyOf([.. KnownReasons.Codes]), where);
                Assert.That(response.GetProperty("content").Names(), Is.EqualTo(["application/problem+json"]), where);
            }
        });
        Assert.That(
            problems.SelectMany(p => Name().Matches(p.Response.Text("description")!).Select(match => match.Groups[1].Value)),
            Is.SupersetOf(KnownReasons.All.Except(s_ofNoRoute)),
            "each reason belongs to an operation"
        );
    }

    [Test]
    public async Task Each_body_has_an_example_that_fits_its_schema()
    {
        var document = await DocumentAsync();
        var bodies = OperationsOf(document)
            .SelectMany(o => BodiesOf(o.Operation).Select(body => (Where: $"{o.Route} {body.Name}", body.Media)))
            .ToList();

        Assert.That(bodies, Has.Count.GreaterThan(60));
        Assert.Multiple(() =>
        {
            foreach (var (where, media) in bodies)
            {
                Assert.That(media.TryGetProperty("example", out var example), where);
                if (example.ValueKind is not JsonValueKind.Undefined)
                    Assert.That(new ExampleCheck(document).Faults(example, media.GetProperty("schema"), where), Is.Empty);
            }
        });
    }

    private static IEnumerable<(string Name, JsonElement Media)> BodiesOf(JsonElement operation)
    {
        if (operation.TryGetProperty("requestBody", out var request) && Media(request) is { } asked)
            yield return ("request", asked);
        foreach (var response in operation.GetProperty("responses").EnumerateObject())
            if (response.Name[0] is '2' && Media(response.Value) is { } answered)
                yield return (response.Name, answered);
    }

    private static JsonElement? Media(JsonElement body) =>
        body.TryGetProperty("content", out var content) && content.TryGetProperty(Json, out var media) ? media : null;

    private async Task<List<(string Route, JsonElement Operation)>> OperationsAsync() => OperationsOf(await DocumentAsync());

    private static List<(string Route, JsonElement Operation)> OperationsOf(JsonElement document) =>
        [
            .. from path in document.GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            select ($"{operation.Name.ToUpperInvariant()} {path.Name}", operation.Value),
        ];

    private async Task<JsonElement> DocumentAsync() => await JsonAsync(await Admin.GetAsync("/openapi/v1.json"));

    [GeneratedRegex("^(Whether|What|Who|Whom|Whose|Which|How|Says|Takes)\\b")]
    private static partial Regex Riddle();

    [GeneratedRegex("\\b(he|him|his|she|her|somebody|nobody|told|asked|whoever)\\b")]
    private static partial Regex Pronoun();

    [GeneratedRegex("`([a-z_]+)`")]
    private static partial Regex Name();
}
