using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using FluentValidation;
using MediatR;

namespace AmoCrmQualification.Architecture.Tests;

/// <summary>What each room may touch.</summary>
internal sealed partial class RoomTests
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Test]
    public void Domain_needs_nothing_but_the_base_library()
    {
        string[] forbidden = ["System.Text.Json", "System.Net.Http", "System.Diagnostics.Process", "System.IO.FileSystem"];

        Assert.That(Solution.Project("Domain").Descendants("PackageReference"), Is.Empty);
        Assert.That(Solution.Project("Domain").Descendants("FrameworkReference"), Is.Empty);
        Assert.That(Solution.ReferencesOf(Solution.Domain), Is.All.StartsWith("System."));
        Assert.That(Solution.ReferencesOf(Solution.Domain).Intersect(forbidden), Is.Empty);
    }

    [Test]
    public void Domain_does_not_wait()
    {
        var waiting =
            from type in Solution.Domain.GetTypes()
            from method in type.GetMethods(All)
            where
                typeof(Task).IsAssignableFrom(method.ReturnType)
                || (method.ReturnType.Name.StartsWith("ValueTask", StringComparison.Ordinal))
                || method.IsDefined(typeof(AsyncStateMachineAttribute))
            select $"{type}.{method.Name}";

        Assert.That(waiting, Is.Empty);
    }

    [Test]
    public void Domain_has_no_clock()
    {
        Assert.That(Solution.Sources("src/Domain").Where(file => Clock().IsMatch(file.Text)), Is.Empty);
    }

    [Test]
    public void What_Domain_knows_nobody_sets_from_outside()
    {
        var open =
            from type in Solution.Domain.GetTypes()
            from property in type.GetProperties(All)
            where property.SetMethod is { IsPublic: true } setter && !IsInit(setter)
            select $"{type}.{property.Name}";

        Assert.That(open, Is.Empty);
    }

    [Test]
    public void Application_does_not_know_the_wire_or_the_database_it_runs_on()
    {
        var touched = Solution
            .ReferencesOf(Solution.Application)
            .Where(name =>
                name is "System.Net.Http" or "Microsoft.EntityFrameworkCore.Relational"
                || name.StartsWith("Npgsql", StringComparison.Ordinal)
                || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            );

        Assert.That(touched, Is.Empty);
    }

    [Test]
    public void Application_has_no_SQL()
    {
        Assert.That(Solution.Sources("src/Application").Where(file => Sql().IsMatch(file.Text)), Is.Empty);
        Assert.That(Sql().IsMatch("""FromSql($"SELECT 1")"""), "the search works");
    }

    [Test]
    public void Handlers_and_validators_are_known_to_nobody()
    {
        var parts = Types()
            .Where(type =>
                type is { IsClass: true, IsAbstract: false } && (Handled(type).Any() || typeof(IValidator).IsAssignableFrom(type))
            )
            .ToList();

        Assert.That(parts, Has.Count.GreaterThan(20));
        Assert.That(parts.Where(type => type.IsVisible || !type.IsSealed), Is.Empty);
    }

    [Test]
    public void No_handler_calls_another()
    {
        var dispatching =
            from type in Types()
            from constructor in type.GetConstructors(All)
            where constructor.GetParameters().Any(p => p.ParameterType == typeof(IMediator))
            select type.Name;

        // What comes in from amoCRM is given on to the features it concerns: that is its job.
        Assert.That(dispatching, Is.SubsetOf(["ProcessInboxHandler"]));
    }

    [Test]
    public void Every_request_has_one_handler()
    {
        var requests = Solution
            .Application.GetTypes()
            .Where(type => type is { IsAbstract: false } && typeof(IBaseRequest).IsAssignableFrom(type));

        Assert.That(Types().SelectMany(Handled), Is.EquivalentTo(requests));
    }

    [Test]
    public void A_handler_with_SQL_stands_in_the_room_of_its_request()
    {
        var handlers = (
            from type in Solution.Infrastructure.GetTypes()
            from request in Handled(type)
            let room = request.Namespace!.Replace(".Application.", ".Infrastructure.", StringComparison.Ordinal)
            select (type.FullName, Expected: $"{room}.{type.Name}")
        ).ToList();

        Assert.That(handlers, Is.Not.Empty);
        Assert.That(handlers.Where(handler => handler.FullName != handler.Expected), Is.Empty);
    }

    /// <summary>Those that requests are made for and handled in.</summary>
    private static IEnumerable<Type> Types() => Solution.Application.GetTypes().Concat(Solution.Infrastructure.GetTypes());

    private static IEnumerable<Type> Handled(Type handler) =>
        from type in handler.GetInterfaces()
        where type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)
        select type.GetGenericArguments()[0];

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    [GeneratedRegex(
        @"\b(TimeProvider|Stopwatch|Environment\.TickCount|UtcNow|DateTime\.Now|DateTimeOffset\.Now)\b",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Clock();

    [GeneratedRegex(
        @"""\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH|LOCK TABLE)\s|\b(FromSql|ExecuteSql|SqlQuery)\w*\(",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Sql();
}
