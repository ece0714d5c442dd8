using System.Globalization;
using AmoCrmQualification.Infrastructure.Rollups;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Integration.Tests.Rollups;

/// <summary>Roll-ups are what would be computed of the histories now, whatever has happened.</summary>
internal sealed class RollupLawTests : ApiTest
{
    private const int Changes = 12;

    [ManyValues(12)]
    public async Task<bool> After_any_changes_they_are_what_the_histories_say(Change[] changes, int seed)
    {
        var account = await TestAccount.OpenAsync(Service, new { adopt_deals = seed % 2 == 0 ? "all" : "off" }, connect: false);
        var life = await RollupLife.BeginAsync(account, seed);
        foreach (var change in changes.Take(Changes).Prepend(Change.Move))
            await life.DoAsync(change);
        await account.SettleAsync();

        var rollups = Service.Services.GetRequiredService<StoredRollups>();
        var found = new List<RollupDifference>();
        await foreach (var difference in rollups.VerifyAsync(new(account.Id), CancellationToken.None))
            found.Add(difference);

        Assert.That(
            found,
            Is.Empty,
            string.Create(CultureInfo.InvariantCulture, $"{seed}: {string.Join(' ', changes.Take(Changes))}")
        );
        Assert.That(await rollups.RebuildAsync(new(account.Id), CancellationToken.None), Is.Zero);
        return true;
    }
}
