using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Pipelines;

namespace AmoCrmQualification.Domain.Tests.Analytics;

internal sealed class StageCountTests
{
    private const long New = 10,
        Talk = 20,
        Meeting = 21,
        Offer = 30,
        Won = 142,
        Lost = 143;

    // Talk and Meeting sort alike.
    private static readonly PipelineStage[] s_stages =
    [
        Stage(Lost, 11_000),
        Stage(Won, 10_000),
        Stage(Offer, 30),
        Stage(Meeting, 20),
        Stage(Talk, 20),
        Stage(New, 10),
    ];

    [Test]
    public void Stages_come_in_the_order_of_the_pipeline()
    {
        Assert.That(
            StageCount.From(s_stages, []).Select(count => count.Stage.StatusId.Value),
            Is.EqualTo([New, Talk, Meeting, Offer, Won, Lost])
        );
    }

    [Test]
    public void Leads_of_all_ways_are_added()
    {
        var counts = Counts(Leads(3, at: Offer, New, Talk, Offer), Leads(2, at: Talk, New, Talk), Leads(1, at: New, New));

        Assert.That(
            counts.Select(c => (c.Reached, c.ReachedOrPassed, c.Current)),
            Is.EqualTo(new (long, long, long)[] { (6, 6, 1), (5, 5, 2), (0, 5, 0), (3, 3, 3), (0, 0, 0), (0, 0, 0) })
        );
    }

    [Test]
    public void Who_left_a_stage_out_has_passed_it()
    {
        Assert.That(Counts(Leads(1, at: Offer, Offer)).Select(c => c.ReachedOrPassed), Is.EqualTo([1, 1, 1, 1, 0, 0]));
    }

    [Test]
    public void Being_won_passes_everything_and_being_lost_nothing()
    {
        var counts = Counts(Leads(1, at: Won, Won), Leads(10, at: Lost, Lost));

        Assert.That(counts.Select(c => c.ReachedOrPassed), Is.EqualTo([1, 1, 1, 1, 1, 0]));
    }

    [Test]
    public void A_lead_in_another_pipeline_has_reached_stages_and_is_in_none()
    {
        var counts = Counts(new StagePath([new(New)], Current: null, LostFrom: null, Leads: 1));

        Assert.That((counts.Sum(c => c.Reached), counts.Sum(c => c.Current)), Is.EqualTo((1, 0)));
    }

    [Test]
    public void A_lost_lead_counts_where_it_was_lost_from()
    {
        var counts = Counts(new StagePath([new(New), new(Lost)], new(Lost), LostFrom: new(New), Leads: 4));

        Assert.That(counts.Select(c => c.LostFrom), Is.EqualTo([4, 0, 0, 0, 0, 0]));
    }

    [Test]
    public void An_archived_stage_is_left_out_unless_leads_were_there()
    {
        var archived = Stage(15, 15, isArchived: true);
        var used = Stage(16, 16, isArchived: true);

        var counts = StageCount.From([.. s_stages, archived, used], [Leads(1, at: New, New, 16)]);

        Assert.That(counts.Select(c => c.Stage.StatusId.Value), Does.Contain(16).And.Not.Contain(15));
    }

    [Test]
    public void A_stage_that_is_not_known_here_counts_nowhere()
    {
        Assert.That(Counts(Leads(1, at: 99, New, 99)).Select(c => c.ReachedOrPassed), Is.EqualTo([1, 0, 0, 0, 0, 0]));
    }

    private static IReadOnlyList<StageCount> Counts(params StagePath[] paths) => StageCount.From(s_stages, paths);

    private static StagePath Leads(long leads, long at, params long[] reached) =>
        new([.. reached.Select(status => new AmoStatusId(status))], new(at), LostFrom: null, leads);

    private static PipelineStage Stage(long status, int sort, bool isArchived = false) =>
        PipelineStage.FirstSeen(
            new UserAccountId(Guid.Empty),
            new(new(new(1), new(status)), "Sales", 1, $"Stage {status}", "#fffeb2", sort, Type: 0, isArchived),
            DateTimeOffset.UnixEpoch
        );
}
