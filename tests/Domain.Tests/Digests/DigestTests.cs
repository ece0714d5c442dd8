using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Common;
using AmoCrmQualification.Domain.Digests;

namespace AmoCrmQualification.Domain.Tests.Digests;

internal sealed class DigestTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void Its_code_fits_a_link_to_a_bot_and_links_one_chat()
    {
        var digest = Create();

        var code = DigestCode.Parse(digest.Code.ToString());

        Assert.That(digest.Code.ToString(), Does.Match("^[A-Za-z0-9_-]{64}$"));
        Assert.That((code!.Account, code.Digest), Is.EqualTo((digest.UserAccountId, digest.Id)));
        Assert.That(code.Names(digest));
        Assert.That(new DigestCode(digest.UserAccountId, digest.Id, new byte[16]).Names(digest), Is.False);
        Assert.That(digest.Link("1", s_now));
        Assert.That(digest.Link("1", s_now), "again");
        Assert.That(digest.Link("2", s_now), Is.False);
        Assert.That(digest.Recipient, Is.EqualTo("1"));
    }

    [TestCase("")]
    [TestCase("abc")]
    [TestCase("ё")]
    public void A_text_that_is_no_code_is_none(string text) => Assert.That(DigestCode.Parse(text), Is.Null);

    [Test]
    public void Who_unsubscribed_gets_nothing_whatever_comes()
    {
        var digest = Create();
        digest.Link("1", s_now);
        digest.Stop(DigestPause.Unsubscribed);
        digest.Stop(DigestPause.ByHand);

        var refusal = Assert.Throws<DomainException>(() => digest.Resume(s_now)).Refusal;

        Assert.That(refusal.Reason, Is.EqualTo(Reasons.DigestUnsubscribed));
        Assert.That(digest.IsSent, Is.False);
    }

    [TestCase(DigestPause.Unsubscribed, true)]
    [TestCase(DigestPause.BotBlocked, true)]
    [TestCase(DigestPause.ByHand, false)]
    public void The_chat_that_ended_it_may_take_it_up_again(DigestPause why, bool isTakenUp)
    {
        var digest = Create();
        digest.Link("1", s_now);
        digest.Stop(why);

        Assert.That(digest.Link("2", s_now), Is.False, "another chat");
        Assert.That(digest.IsSent, Is.False);
        Assert.That(digest.Link("1", s_now.AddDays(3)));
        Assert.That(digest.IsSent, Is.EqualTo(isTakenUp));
        Assert.That(digest.NextAt > s_now.AddDays(3), Is.EqualTo(isTakenUp));
    }

    [Test]
    public void Each_decision_is_told_once_and_taken_back_when_it_holds_no_longer()
    {
        var creative = Guid.CreateVersion7();
        var better = new Decision(creative, DecisionOn.Verdict, DecisionState.Better);
        var met = new Decision(creative, DecisionOn.Cpql, DecisionState.Met);
        var missed = met with { State = DecisionState.Missed };
        var told = new ToldDecisions([better, met]);

        Assert.That(ToldDecisions.None.Turned([better, met]), Is.EqualTo([better, met]));
        Assert.That(told.Turned([better, met]), Is.Empty);
        Assert.That(told.Turned([better, missed]), Is.EqualTo([missed]));
        Assert.That(told.Withdrawn([missed]), Is.EqualTo([better]));
    }

    [Test]
    public void Alerts_are_told_together_and_never_twice_in_a_quarter_of_an_hour()
    {
        var notice = AlertNotice.Begin(new(Guid.CreateVersion7()));

        Assert.That(notice.Notice(["a", "b"], s_now), Is.EqualTo(["a", "b"]));
        Assert.That(notice.Notice(["a", "b", "c"], s_now.AddMinutes(14)), Is.Empty);
        Assert.That(notice.Notice(["b", "c", "d"], s_now.AddMinutes(15)), Is.EqualTo(["c", "d"]));
        Assert.That(notice.Notice(["b"], s_now.AddMinutes(20)), Is.Empty);
        Assert.That(notice.Notice(["b", "c"], s_now.AddMinutes(40)), Is.EqualTo(["c"]), "it was gone and has come again");
    }

    private static Digest Create() =>
        Digest.Create(
            new UserAccountId(Guid.CreateVersion7()),
            DigestChannel.Telegram,
            recipient: null,
            new(DigestFrequency.Daily, new(9, 0), "UTC"),
            DigestLanguage.Ru,
            s_now
        );
}
