namespace AmoCrmQualification.Sandbox.Demo;

/// <summary>The account of `--demo`: a furniture maker. Every id is fixed, so that a restarted sandbox is the same one.</summary>
internal static class DemoAccount
{
    public const long Id = 28_805_383;
    public const string Token = "demo-token";
    public const string Email = "demo@example.com";
    public const string Phrase = "ninety days of leads"; // no secret: the demo listens on this machine alone
    public const string Subdomain = "mebel-demo";

    public const long Sales = 3_104_455;
    public const long Partners = 3_104_460;

    public static class Stages
    {
        public const long New = 32_392_159;
        public const long Talked = 32_392_162;
        public const long Qualified = 32_392_165;
        public const long Offer = 32_392_168;
        public const long Contract = 32_392_171;

        public const long PartnerNew = 32_393_159;
        public const long PartnerMeeting = 32_393_162;
        public const long PartnerTerms = 32_393_165;
    }

    public static readonly IReadOnlyList<(long Id, string Name)> LossReasons =
    [
        (4_203_748, "Пропала потребность"),
        (4_203_751, "Слишком дорого"),
        (4_203_754, "Выбрали конкурентов"),
        (4_203_757, "Не дозвонились"),
    ];

    public static readonly IReadOnlyList<(long Id, string Name)> Managers = [(9_310_001, "Ольга Лис"), (9_310_002, "Денис Ким")];

    private const long CampaignField = 9_320_001;

    public static void Create(CrmWorld world)
    {
        var account = world.Create(
            new NewAccount
            {
                Id = Id,
                Subdomain = Subdomain,
                Name = "Мебель на заказ (демо)",
                LongLivedToken = Token,
                Switches = new CrmSwitches
                {
                    // A seeded demo asks a lot at once; the pace is the product's business and is measured anyway.
                    RateLimitPerSecond = null,
                    DeliveryConcurrency = 16,
                    RetrySpeedUp = 60, // nobody watches a demo for five minutes to see a retry
                },
            }
        );
        account.Pipelines.Add(
            new NewPipeline(
                "Продажи",
                [
                    new("Новая заявка", Stages.New, "#99ccff"),
                    new("Взяли в работу", Stages.Talked, "#ffff99"),
                    new("Замер назначен", Stages.Qualified, "#ffcc66"),
                    new("Коммерческое предложение", Stages.Offer, "#ccc8f9"),
                    new("Договор и предоплата", Stages.Contract, "#87f2c0"),
                ],
                Sales
            )
        );
        account.Pipelines.Add(
            new NewPipeline(
                "Партнёры и дизайнеры",
                [
                    new("Первый контакт", Stages.PartnerNew, "#d6eaff"),
                    new("Встреча проведена", Stages.PartnerMeeting, "#ffdc7f"),
                    new("Условия согласованы", Stages.PartnerTerms, "#deff81"),
                ],
                Partners
            )
        );
        foreach (var (id, name) in LossReasons)
            account.LossReasons.Add(name, id);
        foreach (var (id, name) in Managers)
            account.Users.Add(name, id);
        account.DealFields.Add(new NewDealField(DemoMarks.CampaignField, Id: CampaignField));
    }
}
