using ArchUnitNET.Domain;
using ArchUnitNET.Fluent.Slices;
using ArchUnitNET.Loader;
using ArchUnitNET.NUnit;

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
    public void Rooms_of_a_layer_form_no_circle(string layer) =>
        SliceRuleDefinition.Slices().Matching($"AmoCrmQualification.{layer}.(*)..").Should().BeFreeOfCycles().Check(s_house);

    // A room may touch these rooms of its own layer and no others; rooms that are not listed may touch any below them.
    [TestCase("Domain", "Common")]
    [TestCase("Domain", "AmoCrm")]
    [TestCase("Domain", "Accounts", "AmoCrm", "Common")]
    [TestCase("Domain", "Ledger", "Accounts", "AmoCrm", "Leads")]
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
        var (own, prefix) = ($"AmoCrmQualification.{layer}.{room}", $"AmoCrmQualification.{layer}.");
        var types = s_house.Types.Where(type => IsIn(type, own)).ToList();

        var above =
            from type in types
            from dependency in type.Dependencies
            let target = dependency.Target
            where target.FullName.StartsWith(prefix, StringComparison.Ordinal) && !IsIn(target, own)
            where
                target.Namespace is { } space
                && space.FullName.Length > prefix.Length
                && !below.Any(b => IsIn(target, prefix + b))
            select $"{type.FullName} → {target.FullName}";

        Assert.That(types, Is.Not.Empty, "there is such a room");
        Assert.That(above.Distinct(), Is.Empty);
    }

    private static bool IsIn(IType type, string space) =>
        type.Namespace is { FullName: var name } && (name == space || name.StartsWith(space + ".", StringComparison.Ordinal));
}
