using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Infrastructure.Analytics;
using AmoCrmQualification.Infrastructure.Persistence;
using AmoCrmQualification.Integration.Tests.Campaigns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static AmoCrmQualification.Integration.Tests.Analytics.LeadsOfDay;

namespace AmoCrmQualification.Integration.Tests.Analytics;

/// <summary>Deals that are read while figures are counted.</summary>
internal sealed class LateLeadTests : ApiTest
{
    [Test]
    public async Task A_lead_of_an_earlier_day_that_comes_between_two_statements_is_counted_the_next_time()
    {
        var account = await UnconnectedAccountAsync(new { time_zone = "Asia/Almaty" });
        var creative = await account.CreativeAsync(await account.DirectionAsync());
        await InsertAsync(account, creative, DaysAgo(40), 5, 2); // came after the first day was asked for
        await InsertAsync(account, creative, DaysAgo(30), 3, 1);
        await using var scope = Service.Services.CreateAsyncScope();
        var id = new UserAccountId(account.Id);
        var accounts = scope.ServiceProvider.GetRequiredService<AppDbContext>().UserAccounts.IgnoreQueryFilters();
        var judged = Cohort
            .From(await accounts.SingleAsync(a => a.Id == id), first: null, last: null, TimeProvider.System.GetUtcNow())
            .Judged();
        var first = new DateTimeOffset(DaysAgo(30), new(12, 0), TimeSpan.Zero);

        var rows = await scope
            .ServiceProvider.GetRequiredService<AnalyticsDatabase>()
            .ListAsync(PostgresJudgedLeads.ByCreative(judged, first), default);

        Assert.That(rows.Select(row => (row.Leads.Day, row.Leads.Leads)), Is.EqualTo(new[] { (DaysAgo(30), 3L) }));
    }
}
