using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace AmoCrmQualification.Architecture.Tests;

/// <summary>Rooms of one layer form no circle, and some stand below all others: style of the house, held here.</summary>
internal sealed class CircleTests
{
    private static readonly ArchUnitNET.Domain.Architecture s_house = new ArchLoader()
        .LoadAssemblies(Solution.Domain, Solution.Application, Solution.Infrastructure, Solution.Api)
        .Build();

    [TestCase("Domain")]
    [TestCase("Application")]
    [TestCase("Infrastructure")]
    [TestCase("Api")]
    public void Rooms_of_a_layer_form_no_circle(string layer)
    {
        var needs = (
            from type in s_house.Types
            from dependency in type.Dependencies
            where dependency.Target is not GenericParameter // of one name in all rooms
            let room = RoomOf(layer, type)
            let other = RoomOf(layer, dependency.Target)
            where room is not null && other is not null && room != other
            group (Other: other, Why: $"{type.Name} → {dependency.Target.Name}") by room
        ).ToDictionary(room => room.Key, room => room.ToList());

        // A room that needs none of the others that are left is in no circle; what is left in the end is.
        while (needs.FirstOrDefault(room => !room.Value.Exists(need => needs.ContainsKey(need.Other))).Key is { } free)
            needs.Remove(free);

        var circle =
            from room in needs
            from need in room.Value.DistinctBy(n => n.Other)
            where needs.ContainsKey(need.Other)
            select $"{room.Key} needs {need.Other}: {need.Why}";
        Assert.That(string.Join('\n', circle), Is.Empty);
    }

    // A room may touch these rooms of its own layer and no others; rooms that are not listed may touch any below them.
    [TestCase("Domain", "Common")]
    [TestCase("Domain", "AmoCrm", "Common")]
    [TestCase("Domain", "Accounts", "AmoCrm", "Common")]
    [TestCase("Domain", "Ledger", "Accounts", "AmoCrm", "Attribution", "Leads")]
    [TestCase("Application", "Data")]
    [TestCase("Application", "Common", "Data")]
    [TestCase("Application", "AmoCrm", "Common", "Data")]
    [TestCase("Application", "Phones")]
    [TestCase("Application", "Ledger", "Common", "Data")]
    [TestCase("Application", "Outbox", "Common", "Data")]
    [TestCase("Application", "Runs", "AmoCrm", "Common", "Data")]
    [TestCase("Infrastructure", "EmbeddedPostgres")]
    [TestCase("Infrastructure", "Persistence", "EmbeddedPostgres")]
    public void A_room_that_many_need_touches_only_those_below_it(string layer, string room, params string[] below)
    {
        var types = s_house.Types.Where(type => RoomOf(layer, type) == room).ToList();

        var above =
            from type in types
            from dependency in type.Dependencies
            where dependency.Target is not GenericParameter
            let other = RoomOf(layer, dependency.Target)
            where other is not null && other != room && !below.Contains(other)
            select $"{type.FullName} → {dependency.Target.FullName}";

        Assert.That(types, Is.Not.Empty, "there is such a room");
        Assert.That(above.Distinct(), Is.Empty);
    }

    /// <summary>The room of a type in this layer; null for the layer's own root and for other layers.</summary>
    private static string? RoomOf(string layer, IType type)
    {
        var prefix = $"AmoCrmQualification.{layer}.";
        var space = type.Namespace?.FullName ?? "";
        return space.StartsWith(prefix, StringComparison.Ordinal) ? space[prefix.Length..].Split('.')[0] : null;
    }
}
