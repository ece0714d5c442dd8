using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Pipelines;

namespace AmoCrmQualification.Domain.Tests.Pipelines;

internal sealed class PipelineStageTests
{
    private static readonly DateTimeOffset Noon = new(2026, 9, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = Noon.AddHours(12);

    [TestCase(142, true)]
    [TestCase(143, false)]
    [TestCase(20, false)]
    public void Only_won_counts_as_qualified_from_the_start(long status, bool isQualified) =>
        Assert.That(FirstSeen(status).IsQualifiedStage, Is.EqualTo(isQualified));

    [Test]
    public void A_sync_does_not_touch_the_mark_a_person_set()
    {
        var won = FirstSeen(142);
        won.MarkQualified(false, Noon);

        won.Describe(Description(142) with { StatusName = "Оплачено" }, Later);

        Assert.That((won.IsQualifiedStage, won.StatusName), Is.EqualTo((false, "Оплачено")));
    }

    [Test]
    public void A_sync_that_tells_nothing_new_changes_nothing()
    {
        var stage = FirstSeen(20);

        stage.Describe(Description(20), Later);

        Assert.That(stage.UpdatedAt, Is.EqualTo(Noon));
    }

    [Test]
    public void What_a_sync_does_not_tell_stays()
    {
        var stage = FirstSeen(20);

        stage.Describe(new(stage.Stage, null, null, null, null, null, null, null), Later);

        Assert.That((stage.StatusName, stage.SortOrder, stage.UpdatedAt), Is.EqualTo(("Этап", 10, Noon)));
    }

    [Test]
    public void A_stage_that_vanished_is_archived_and_comes_back_with_its_mark()
    {
        var stage = FirstSeen(20);
        stage.MarkQualified(true, Noon);

        stage.Archive(Later);
        Assert.That(stage.IsArchived);
        stage.Describe(Description(20), Later);

        Assert.That((stage.IsArchived, stage.IsQualifiedStage), Is.EqualTo((false, true)));
    }

    [Test]
    public void Archiving_again_and_marking_again_change_nothing()
    {
        var stage = FirstSeen(142);
        stage.MarkQualified(true, Noon);
        stage.Archive(Noon);

        stage.Archive(Later);
        stage.MarkQualified(true, Later);

        Assert.That(stage.UpdatedAt, Is.EqualTo(Noon));
    }

    private static PipelineStage FirstSeen(long status) =>
        PipelineStage.FirstSeen(UserAccountId.New(), Description(status), Noon);

    private static StageDescription Description(long status) =>
        new(new(new(1), new(status)), "Продажи", 1, "Этап", "#fffeb2", 10, Type: 0, IsArchived: false);
}
