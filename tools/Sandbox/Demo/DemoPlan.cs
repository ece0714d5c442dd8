namespace AmoCrmQualification.Sandbox.Demo;

internal sealed record DemoStep(
    long At,
    string Verb,
    long? PipelineId = null,
    long? StatusId = null,
    int? Price = null,
    long? LossReasonId = null
);

/// <param name="IsElsewhere">Made by a form or person other than ours, as two of three are.</param>
internal sealed record DemoDeal(
    int Number,
    long LeadId,
    long ContactId,
    string Name,
    string Phone,
    int Creative,
    bool ByUtm,
    long PipelineId,
    long CreatedAt,
    IReadOnlyList<DemoStep> Life,
    bool IsElsewhere = false
);

/// <summary>
/// About a thousand leads and what became of them in the 90 days before `anchor`. A pure function of the anchor: a sandbox
/// that has lost its memory plays the same story, with the same ids, and the product's look-ups find the same deals.
/// </summary>
internal static class DemoPlan
{
    public const int Days = 90;
    public const int Seed = 20_26;
    public const long FirstLead = 51_000_000;
    public const long FirstContact = 61_000_000;

    private const int Leads = 1000;
    private const int OursOneOf = 3;

    public static IReadOnlyList<DemoDeal> For(DateTimeOffset anchor)
    {
        var random = new Random(Seed);
        var end = anchor.ToUnixTimeSeconds();
        var starts = Enumerable.Range(0, Leads).Select(_ => end - Arrival(random)).Order().ToArray();
        return [.. starts.Select((at, i) => Deal(i + 1, at, end, random))];
    }

    /// <summary>
    /// A deal that a salesperson made by hand, of a person who wrote twice, after two ads: which of them brought it is for
    /// somebody to say.
    /// </summary>
    public static DemoDeal ByHand(DateTimeOffset anchor)
    {
        const int Number = Leads + 1;
        var at = anchor.ToUnixTimeSeconds() - (3 * 86_400);
        return new DemoDeal(
            Number,
            FirstLead + Number,
            FirstContact + Number,
            "Марина Юдина",
            DemoCast.PhoneOf(Number),
            Creative: 0,
            ByUtm: false,
            DealLife.Sales.PipelineId,
            at,
            Life: []
        );
    }

    private static DemoDeal Deal(int number, long at, long end, Random random)
    {
        var creative = Pick(random);
        var partner = DemoCast.Creatives[creative].Direction == DemoCast.PartnersDirection;
        var path = partner ? DealLife.Partners : DealLife.Sales;
        var life = DealLife.Tell(DemoCast.Creatives[creative], path, at, random);
        return new DemoDeal(
            number,
            FirstLead + number,
            FirstContact + number,
            DemoCast.Names[random.Next(DemoCast.Names.Count)],
            DemoCast.PhoneOf(number),
            creative,
            random.NextDouble() < 0.4,
            path.PipelineId,
            at,
            [.. life.Where(step => step.At < end)], // what has not happened yet is left to the person at the board
            IsElsewhere: number % OursOneOf != 0
        );
    }

    private static int Pick(Random random)
    {
        var point = random.NextDouble() * DemoCast.Creatives.Sum(c => c.Share);
        for (var i = 0; i < DemoCast.Creatives.Count; i++)
        {
            point -= DemoCast.Creatives[i].Share;
            if (point <= 0)
                return i;
        }

        return DemoCast.Creatives.Count - 1;
    }

    // Evenly over the days, mostly by daylight.
    private static long Arrival(Random random)
    {
        var day = random.Next(Days);
        var hour = 2 + (random.NextDouble() + random.NextDouble()) * 11;
        return (long)(day * 86_400 + hour * 3600 + random.Next(60));
    }
}
