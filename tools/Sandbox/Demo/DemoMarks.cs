namespace AmoCrmQualification.Sandbox.Demo;

/// <summary>
/// The marks that forms and other integrations put into the demo's deals, as marketers write them: an ad's id, its name, a
/// composite, a field of the account's own, a macro that nobody filled, a word by hand, or nothing.
/// </summary>
internal static class DemoMarks
{
    public const string CampaignField = "Рекламная кампания";

    private const int Purpose = 5;

    public static IReadOnlyDictionary<string, string> For(DemoDeal deal)
    {
        var (creative, dice) = (DemoCast.Creatives[deal.Creative], new Dice(DemoPlan.Seed, deal.Number, Purpose));
        Dictionary<string, string> marks = new()
        {
            ["UTM_SOURCE"] = creative.Source,
            ["UTM_MEDIUM"] = "cpc",
            ["UTM_CAMPAIGN"] = $"{creative.Source}_{DemoPlan.Days}d",
        };
        switch (dice.Fraction())
        {
            case < 0.50:
                marks["UTM_CONTENT"] = creative.AdId;
                break;
            case < 0.64:
                marks["UTM_CONTENT"] = creative.Title;
                break;
            case < 0.76:
                marks["UTM_CONTENT"] = $"cid|70410{deal.Creative}|gid|530080{deal.Creative}|aid|{creative.AdId}";
                break;
            case < 0.86:
                return new Dictionary<string, string> { [CampaignField] = creative.Title };
            case < 0.91:
                marks["UTM_CONTENT"] = "{{ad.id}}";
                break;
            case < 0.96:
                marks["UTM_CONTENT"] = "video_3";
                break;
            default:
                return new Dictionary<string, string>();
        }

        return marks;
    }
}
