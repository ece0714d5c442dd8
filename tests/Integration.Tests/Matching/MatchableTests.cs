using AmoCrmQualification.Application.Data;
using AmoCrmQualification.Application.Matching;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Infrastructure.Matching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Integration.Tests.Matching;

/// <summary>The rule which leads may get a deal by their phone is written as an expression and, once more, as SQL.</summary>
internal sealed class MatchableTests : MatchTest
{
    private static readonly string[] s_pushes = ["not_needed", "pending", "sent", "failed"];

    [Test]
    public async Task Both_spellings_of_the_rule_find_the_same_leads()
    {
        var account = await SellerAsync();
        var id = (await KeptAsync(account)).GetProperty("id").GetGuid();
        List<(bool Entity, bool Query, bool Sql)> found = [];

        foreach (var push in s_pushes)
        foreach (var hasDeal in (bool[])[false, true])
        foreach (var isAskedFor in (bool[])[false, true])
        foreach (var isErased in (bool[])[false, true])
        {
            await Service.ExecuteAsync(
                """
                UPDATE leads SET amocrm_push = $3, amocrm_lead_id = CASE WHEN $4 THEN 77 END,
                  push_requested_at = CASE WHEN $5 THEN now() END, erased_at = CASE WHEN $6 THEN now() END,
                  phone_e164 = CASE WHEN NOT $6 THEN $7 END
                WHERE user_account_id = $1 AND id = $2
                """,
                account.Id,
                id,
                push,
                hasDeal,
                isAskedFor,
                isErased,
                Phone
            );
            found.Add(await FoundAsync(account.Id, id));
        }

        Assert.That(found.Select(f => f.Query), Is.EqualTo(found.Select(f => f.Entity)));
        Assert.That(found.Select(f => f.Sql), Is.EqualTo(found.Select(f => f.Entity)));
        Assert.That(found.Count(f => f.Entity), Is.EqualTo(2), "not needed, and pending but not asked for");
    }

    private static async Task<(bool Entity, bool Query, bool Sql)> FoundAsync(Guid account, Guid lead)
    {
        var (owner, id) = (new UserAccountId(account), new LeadId(lead));
        await using var scope = Service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IAppDbContext>();
        var stored = await db.Leads.IgnoreQueryFilters().AsNoTracking().SingleAsync(l => l.UserAccountId == owner && l.Id == id);
        var count = await Service.ScalarAsync<long>(
            $"SELECT count(*) FROM leads l WHERE l.user_account_id = $1 AND l.id = $2 AND {MatchEnqueuer.IsMatchable}",
            account,
            lead
        );
        return (stored.CanBeMatched, await db.Matchable(owner).IgnoreQueryFilters().AnyAsync(l => l.Id == id), count == 1);
    }
}
