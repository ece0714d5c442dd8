using AmoCrmQualification.Infrastructure.Rollups;
using AmoCrmQualification.Integration.Tests.Campaigns;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Integration.Tests.Rollups;

/// <summary>Something that may happen to an account.</summary>
public enum Change
{
    Move,
    LateMove,
    MovesOfOneSecond,
    RepeatedBody,
    Delete,
    Restore,
    LinkLead,
    Flag,
    Unflag,
    Test,
    Correct,
    Erase,
    Zone,
    Archive,
    CountDays,
}

/// <summary>An account with some deals in two pipelines, to which random changes happen.</summary>
internal sealed class RollupLife
{
    private const int Deals = 4;
    private const int FirstDeal = 900;

    private static readonly (long Pipeline, long Status)[] s_stages = [(1, 11), (1, 12), (1, 142), (1, 143), (2, 21), (2, 142)];

    private readonly TestAccount _account;
    private readonly Random _random;
    private readonly Guid[] _creatives;
    private readonly HttpClient _admin;
    private string _lastBody = LeadForm.Status(FirstDeal, 1, 11, LeadForm.T0);
    private long _at = LeadForm.T0;

    private RollupLife(TestAccount account, int seed, Guid[] creatives) =>
        (_account, _random, _creatives, _admin) = (account, new(seed), creatives, account.Service.Client(Service.AdminKey));

    public static async Task<RollupLife> BeginAsync(TestAccount account, int seed)
    {
        await account.Service.ExecuteAsync(
            """
            INSERT INTO amocrm_pipeline_stages (user_account_id, id, pipeline_id, status_id, pipeline_name, pipeline_sort, status_name,
              status_color, sort_order, status_type, is_qualified_stage, is_archived, created_at, updated_at)
            SELECT $1, gen_random_uuid(), p, s, '', 0, '', '', s, 0, s = 142, false, now(), now()
            FROM (VALUES (1, 11), (1, 12), (1, 142), (1, 143), (2, 21), (2, 142)) AS stage (p, s)
            """,
            account.Id
        );
        return new(account, seed, [await account.CreativeAsync(direction: null), await account.CreativeAsync(direction: null)]);
    }

    public Task DoAsync(Change change) =>
        change switch
        {
            Change.Move => DeliverAsync(Step(_at += _random.Next(2))),
            Change.LateMove => DeliverAsync(Step(LeadForm.T0 + _random.Next((int)(_at - LeadForm.T0) + 1))),
            Change.MovesOfOneSecond => DeliverAsync(LeadForm.Together(Step(++_at), Step(_at, place: 1))),
            Change.RepeatedBody => DeliverAsync(_lastBody),
            Change.Delete => DeliverAsync(LeadForm.Delete(Deal())),
            Change.Restore => DeliverAsync(Restore()),
            Change.LinkLead => LinkAsync(),
            Change.Flag => FlagAsync(isQualified: true),
            Change.Unflag => FlagAsync(isQualified: false),
            Change.Test => PatchLeadAsync(new { is_test = _random.Next(2) == 0 }),
            Change.Correct => PatchLeadAsync(new { creative_id = _creatives[_random.Next(2)] }),
            Change.Erase => EraseAsync(),
            Change.Zone => PatchAccountAsync(new { time_zone = _random.Next(2) == 0 ? "Asia/Almaty" : "UTC" }),
            Change.CountDays => _account
                .Service.Services.GetRequiredService<CohortDays>()
                .CountAsync(new(_account.Id), CancellationToken.None),
            Change.Archive => PatchAccountAsync(new { is_archived = _random.Next(2) == 0 }),
            _ => throw new ArgumentOutOfRangeException(nameof(change)),
        };

    private long Deal() => FirstDeal + _random.Next(Deals);

    private string Step(long at, int place = 0)
    {
        var (pipeline, status) = s_stages[_random.Next(s_stages.Length)];
        var old = _random.Next(2) == 0 ? s_stages[_random.Next(s_stages.Length)].Status : (long?)null;
        return LeadForm.Build("status", place, LeadForm.Fields(Deal(), pipeline, status, at, old, "100"));
    }

    private string Restore()
    {
        var (pipeline, status) = s_stages[_random.Next(s_stages.Length)];
        return LeadForm.Restore(Deal(), pipeline, status, ++_at);
    }

    private Task DeliverAsync(string body) => _account.DeliverAsync(_lastBody = body);

    /// <summary>A second lead of a deal is refused, and so it may be.</summary>
    private async Task LinkAsync()
    {
        using var answer = await _account.Client.PostAsJsonAsync(
            _account.Url("/api/leads"),
            new
            {
                source_type = "website",
                phone = "+79161234567",
                amocrm_lead_id = Deal(),
            }
        );
        Assert.That(answer.StatusCode, Is.AnyOf(HttpStatusCode.Created, HttpStatusCode.Conflict));
    }

    private Task FlagAsync(bool isQualified)
    {
        var (pipeline, status) = s_stages[_random.Next(s_stages.Length)];
        return _account.FlagAsync(pipeline, status, isQualified);
    }

    private async Task PatchLeadAsync(object change)
    {
        if (await AnyLeadAsync() is not { } lead)
            return;
        using var answer = await _account.Client.PatchAsJsonAsync(_account.Url($"/api/leads/{lead}"), change);
        Assert.That(
            answer.StatusCode,
            Is.AnyOf(HttpStatusCode.OK, HttpStatusCode.Conflict),
            "nobody corrects whose an erased lead is"
        );
    }

    private async Task EraseAsync()
    {
        if (await AnyLeadAsync() is not { } lead)
            return;
        using var answer = await _account.Client.DeleteAsync(_account.Url($"/api/leads/{lead}"));
        answer.EnsureSuccessStatusCode();
    }

    private async Task PatchAccountAsync(object change)
    {
        using var answer = await _admin.PatchAsJsonAsync($"/api/user-accounts/{_account.Id}", change);
        answer.EnsureSuccessStatusCode();
    }

    private async Task<string?> AnyLeadAsync()
    {
        var leads = await _account.ItemsAsync("/api/leads");
        return leads.Count == 0 ? null : leads[_random.Next(leads.Count)].Text("id");
    }
}
