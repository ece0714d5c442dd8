using AmoCrmQualification.Domain.Attribution;
using AmoCrmQualification.Domain.Campaigns;
using NUnit.Framework;

namespace AmoCrmQualification.Domain.Tests.Attribution;

internal sealed class LeadAttributionTests
{
    private const string Ad = "120210000000000001";
    private const string OtherAd = "120210000000000002";

    private static readonly DateTimeOffset s_noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly CreativeId s_kitchen = CreativeId.New();
    private static readonly CreativeId s_bath = CreativeId.New();

    private static readonly AttributionRules s_rules = new(
        new Dictionary<string, KnownAd>(StringComparer.Ordinal)
        {
            [Ad] = new(Ad, s_kitchen),
            [OtherAd] = new(OtherAd, s_bath),
            ["123"] = new("123", s_bath),
        },
        new Dictionary<(string, string), CreativeId>
        {
            [("utm_content", "video_3")] = s_kitchen,
            [("field:9", "видео")] = s_bath,
        },
        new Dictionary<string, CreativeId>(StringComparer.Ordinal) { ["кухня"] = s_kitchen }
    );

    [Test]
    public void What_intake_named_goes_before_any_mark() =>
        Assert.That(Decide(given: s_bath, Of("utm_content", Ad)), Is.EqualTo((s_bath, "given", (string?)null)));

    [Test]
    public void A_mapped_field_goes_before_a_tracking_field() =>
        Assert.That(
            Decide([new("field:5", "creative")], Of("field:5", "КУХНЯ"), Of("utm_content", OtherAd)),
            Is.EqualTo((s_kitchen, "mapped_field", (string?)null))
        );

    [Test]
    public void A_mapped_field_that_names_nothing_leaves_it_to_the_others() =>
        Assert.That(
            Decide([new("field:5", "ad_id")], Of("field:5", "42"), Of("utm_content", Ad)),
            Is.EqualTo((s_kitchen, "utm_content", Ad))
        );

    [Test]
    public void A_field_may_stand_for_a_mark_that_the_deal_lacks() =>
        Assert.That(
            Decide([new("field:5", "utm_content")], Of("field:5", "Video_3")),
            Is.EqualTo((s_kitchen, "creative_mark", (string?)null))
        );

    [Test]
    public void The_ad_goes_before_content_and_content_before_term() =>
        Assert.Multiple(() =>
        {
            Assert.That(Decide(Of("utm_content", Ad), Of("ad_id", OtherAd)), Is.EqualTo((s_bath, "ad_id", OtherAd)));
            Assert.That(Decide(Of("utm_term", OtherAd), Of("utm_content", Ad)), Is.EqualTo((s_kitchen, "utm_content", Ad)));
        });

    [Test]
    public void A_known_ad_goes_before_a_mark_of_a_creative() =>
        Assert.That(Decide(Of("utm_term", OtherAd), Of("utm_content", "video_3")), Is.EqualTo((s_bath, "utm_term", OtherAd)));

    [Test]
    public void A_mark_is_compared_without_case_and_for_its_own_code_alone() =>
        Assert.Multiple(() =>
        {
            Assert.That(Decide(Of("field:9", "ВИДЕО")), Is.EqualTo((s_bath, "creative_mark", (string?)null)));
            Assert.That(Decide(Of("utm_term", "video_3")), Is.EqualTo(((CreativeId?)null, "none", (string?)null)));
        });

    [Test]
    public void Numbers_within_a_value_count_where_they_name_one_creative() =>
        Assert.Multiple(() =>
        {
            Assert.That(Decide(Of("utm_campaign", $"cid|77|aid|{Ad}")), Is.EqualTo((s_kitchen, "token", Ad)));
            Assert.That(Decide(Of("utm_campaign", $"{Ad}|{OtherAd}")).Rule, Is.EqualTo("none"));
            Assert.That(Decide(Of("utm_campaign", $"x{Ad}7")).Rule, Is.EqualTo("none"));
        });

    [TestCase("1234567")]
    [TestCase("a123b")]
    public void A_short_id_within_a_longer_value_never_matches(string value) =>
        Assert.That(Decide(Of("utm_content", value)).Rule, Is.EqualTo("none"));

    [Test]
    public void An_unfilled_parameter_lets_a_later_value_count()
    {
        var unfilled = Of("utm_content", "{{ad.id}}");
        var filled = Of("utm_content", Ad) with { SeenAt = s_noon.AddHours(1) };

        Assert.That(Decide(filled, unfilled), Is.EqualTo((s_kitchen, "utm_content", Ad)));
    }

    [Test]
    public void The_earliest_value_counts_then_the_tracking_field()
    {
        var late = Of("utm_content", OtherAd) with { SeenAt = s_noon.AddSeconds(1) };
        var address = Of("utm_content", OtherAd) with { Field = MarkField.Address };
        var first = Of("utm_content", Ad) with { Position = 5 };

        Assert.That(Decide(late, address, first), Is.EqualTo((s_kitchen, "utm_content", Ad)));
    }

    private static Mark Of(string code, string value) =>
        new(code, Name: null, value, MarkSource.Webhook, MarkField.Tracking, s_noon, Position: 0);

    private static (CreativeId? Creative, string Rule, string? Ad) Decide(params Mark[] marks) => Decide(null, [], marks);

    private static (CreativeId? Creative, string Rule, string? Ad) Decide(MappedField[] fields, params Mark[] marks) =>
        Decide(null, fields, marks);

    private static (CreativeId? Creative, string Rule, string? Ad) Decide(CreativeId given, params Mark[] marks) =>
        Decide(given, [], marks);

    private static (CreativeId? Creative, string Rule, string? Ad) Decide(
        CreativeId? given,
        MappedField[] fields,
        IEnumerable<Mark> marks
    )
    {
        var decision = LeadAttribution.Decide(given is null ? null : LeadAttribution.GivenTo(given), marks, s_rules, fields);
        return (decision.Creative, decision.Rule, decision.AdId);
    }
}
