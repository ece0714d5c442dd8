using System.Diagnostics;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Sandbox.Tests;

/// <summary>300,000 deals, their contacts and a million events: what they take, and how long a page of them does.</summary>
internal sealed class ScaleTests : SandboxTest
{
    private const long From = 1_730_000_000;
    private const long To = 1_760_000_000;
    private const long MemoryLimit = 400_000_000;

    [Test]
    public async Task They_fit_into_memory_and_a_window_of_them_is_read_at_once()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var started = Stopwatch.GetTimestamp();
        var told = Account.Generate(
            new GeneratePlan
            {
                Deals = 300_000,
                From = From,
                To = To,
                ContactShare = 1,
                Moves = 3,
            }
        );
        var made = Stopwatch.GetElapsedTime(started);
        var taken = GC.GetTotalMemory(forceFullCollection: true) - before;

        var window = $"[from]={From + 10_000_000}&[to]={From + 10_080_000}".Replace(
            "[",
            "filter[created_at][",
            StringComparison.Ordinal
        );
        var deals = await TimeAsync($"/api/v4/leads?limit=250&with=contacts,loss_reason,source&{window}");
        var events = await TimeAsync($"/api/v4/events?limit=100&page=20&filter[entity]=lead&{window}");
        var lastPage = await TimeAsync("/api/v4/leads?limit=250&page=1200&order[id]=asc");
        var contacts = await TimeAsync(
            "/api/v4/contacts?limit=250&with=leads&"
                + string.Join('&', Enumerable.Range(0, 250).Select(i => $"filter[id][]={told.FirstContactId + (i * 1000)}"))
        );

        await TestContext.Out.WriteLineAsync(
            $"{told.Deals} deals, {told.Contacts} contacts, {told.Events} events: {taken / 1_000_000} MB, made in {made.TotalSeconds:0.0} s; "
                + $"pages: deals {deals:0} ms, events {events:0} ms, the last of all {lastPage:0} ms, contacts {contacts:0} ms"
        );
        Assert.Multiple(() =>
        {
            Assert.That(told.Events, Is.GreaterThan(1_000_000));
            Assert.That(taken, Is.LessThan(MemoryLimit));
            Assert.That(Account.Leads.Count, Is.EqualTo(300_000));
        });
        GC.KeepAlive(Account);
    }

    /// <summary>Milliseconds of a full page, the second time it is asked for.</summary>
    private async Task<double> TimeAsync(string path)
    {
        await Api.GetStringAsync(new Uri(path, UriKind.Relative));
        var started = Stopwatch.GetTimestamp();
        var page = await Api.GetStringAsync(new Uri(path, UriKind.Relative));
        Assert.That(page, Does.Contain("\"next\"").Or.Contain("contacts").Or.Contain("page=1200"));
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
