using AmoCrmQualification.Domain.Attribution;
using AmoCrmQualification.Domain.Campaigns;
using FsCheck;
using FsCheck.Fluent;

namespace AmoCrmQualification.Application.Tests.Ledger;

/// <summary>
/// Webhooks, the journal, pages of the backfill, contacts, intake, pushes, settings and decisions end in one state, in whatever
/// order they come and however often.
/// </summary>
internal sealed class AnyOrderLaw
{
    private static readonly MappedField[] s_fields = [new("field:9", MappedField.Creative)];
    private static readonly AttributionRules s_ads = Ads(CreativeId.New(), CreativeId.New());

    [ManyValues(10_000)]
    public Property Any_order_ends_in_one_state() =>
        Prop.ForAll(
            Gen.Choose(0, int.MaxValue).Three().ToArbitrary(),
            seeds =>
            {
                var lives = new AccountLives(seeds.Item1);
                var (one, oneWay) = lives.InOrder(seeds.Item2);
                var (other, otherWay) = lives.InOrder(seeds.Item3);
                var (expected, actual) = (one.Face(s_ads, s_fields), other.Face(s_ads, s_fields));
                return (actual == expected).Label($"{oneWay}\n{expected}\n\n{otherWay}\n{actual}");
            }
        );

    private static AttributionRules Ads(CreativeId kitchen, CreativeId bath) =>
        new(
            new Dictionary<string, KnownAd>(StringComparer.Ordinal)
            {
                ["1234567"] = new("1234567", kitchen),
                ["7654321"] = new("7654321", bath),
            },
            new Dictionary<(string, string), CreativeId> { [("utm_content", "video_3")] = bath },
            new Dictionary<string, CreativeId>(StringComparer.Ordinal) { ["кухня"] = kitchen }
        );
}
