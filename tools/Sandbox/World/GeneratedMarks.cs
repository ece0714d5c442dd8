namespace AmoCrmQualification.Sandbox.World;

/// <summary>The marks of generated deals, written as marketers write them: mostly right.</summary>
internal sealed class GeneratedMarks(GeneratePlan plan, CrmAccount account)
{
    private const int Purpose = 3;

    private static readonly string[] Sources = ["facebook", "yandex", "vk", "telegram"];

    private readonly CrmDealField[] _fields =
    [
        .. new[] { "UTM_SOURCE", "UTM_MEDIUM", "UTM_CAMPAIGN", "UTM_CONTENT" }.Select(c => account.DealFields.Find(c)!),
    ];

    public bool Has(int row) => Throw(row).Chance(plan.MarkedShare);

    public IReadOnlyList<CrmField> Fields(int row)
    {
        var dice = Throw(row);
        if (!dice.Chance(plan.MarkedShare))
            return [];

        var ad = dice.OneOf(plan.Ads);
        string[] values = [dice.OneOf(Sources), "cpc", $"campaign_{dice.Below(12)}", Content(ad, dice.Fraction())];
        return [.. _fields.Zip(values, (field, value) => field.Filled([value]))];
    }

    private static string Content(string ad, double chance) =>
        chance switch
        {
            < 0.80 => ad,
            < 0.90 => $"cid|7{ad[^4..]}|gid|5{ad[^3..]}|aid|{ad}",
            < 0.95 => $"video_{ad[^1]}",
            _ => "{{ad.id}}",
        };

    private Dice Throw(int row) => new(plan.Seed, row, Purpose);
}
