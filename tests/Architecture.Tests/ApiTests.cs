using System.Reflection;
using System.Text.RegularExpressions;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AmoCrmQualification.Architecture.Tests;

/// <summary>The Api hears HTTP and the clock, and turns both into requests.</summary>
internal sealed partial class ApiTests
{
    private static readonly Type[] Controllers =
    [
        .. Solution.Api.GetTypes().Where(type => typeof(ControllerBase).IsAssignableFrom(type)),
    ];

    [Test]
    public void The_Api_knows_no_database_context()
    {
        Assert.That(
            Solution
                .ReferencesOf(Solution.Api)
                .Where(name => name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)),
            Is.Empty
        );
        Assert.That(
            Solution.Sources("src/Api").Where(file => file.Text.Contains("DbContext", StringComparison.Ordinal)),
            Is.Empty
        );
    }

    [Test]
    public void A_controller_uses_the_mediator_alone()
    {
        var needs =
            from controller in Controllers
            from constructor in controller.GetConstructors()
            from parameter in constructor.GetParameters()
            select parameter.ParameterType;
        var actionNeeds =
            from controller in Controllers
            from action in controller.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            from parameter in action.GetParameters()
            where parameter.IsDefined(typeof(FromServicesAttribute))
            select $"{controller.Name}.{action.Name}";

        Assert.That(Controllers, Has.Length.GreaterThan(5));
        Assert.That(needs.ToList(), Has.Count.EqualTo(Controllers.Length).And.All.EqualTo(typeof(IMediator)));
        Assert.That(actionNeeds, Is.Empty);
    }

    [Test]
    public void A_controller_catches_nothing()
    {
        var catching = Solution
            .Sources("src/Api")
            .Where(file => file.Path.EndsWith("Controller.cs", StringComparison.Ordinal) && TryCatch().IsMatch(file.Text));

        Assert.That(catching, Is.Empty);
    }

    [Test]
    public void No_answer_shows_an_entity()
    {
        var shown =
            from controller in Controllers
            from action in controller.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            from answer in Answers(action)
            from type in Reachable(answer, [])
            where type.Assembly == Solution.Domain && !type.IsEnum
            select $"{controller.Name}.{action.Name}: {type.Name}";

        Assert.That(shown, Is.Empty);
    }

    private static IEnumerable<Type> Answers(MethodInfo action) =>
        action
            .GetCustomAttributes<ProducesResponseTypeAttribute>()
            .Select(produces => produces.Type)
            .OfType<Type>()
            .Append(action.ReturnType);

    private static IEnumerable<Type> Reachable(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type))
            yield break;
        yield return type;
        foreach (var argument in type.GetGenericArguments().SelectMany(a => Reachable(a, seen)))
            yield return argument;
        if (!type.Namespace!.StartsWith("AmoCrmQualification", StringComparison.Ordinal))
            yield break;
        foreach (var part in type.GetProperties().SelectMany(p => Reachable(p.PropertyType, seen)))
            yield return part;
    }

    [GeneratedRegex(@"\b(try|catch)\b\s*[\{\(\n]", RegexOptions.ExplicitCapture)]
    private static partial Regex TryCatch();
}
