namespace AmoCrmQualification.Sandbox.Demo;

/// <summary>One deal from the first call to its end, with the turns that real pipelines take.</summary>
internal static class DealLife
{
    internal sealed record Path(long PipelineId, long Talked, long Qualified, IReadOnlyList<long> Closing);

    public static readonly Path Sales = new(
        DemoAccount.Sales,
        DemoAccount.Stages.Talked,
        DemoAccount.Stages.Qualified,
        [DemoAccount.Stages.Offer, DemoAccount.Stages.Contract]
    );

    public static readonly Path Partners = new(
        DemoAccount.Partners,
        DemoAccount.Stages.PartnerMeeting,
        DemoAccount.Stages.PartnerTerms,
        []
    );

    private const double Hour = 3600;
    private const double Day = 86_400;

    public static IReadOnlyList<DemoStep> Tell(DemoCreative creative, Path path, long start, Random random)
    {
        var story = new Story(start, random);
        if (story.Chance(0.012))
            return story.Then(0.2 * Hour, 5 * Hour, "delete").Steps; // spam, thrown away at once

        if (!story.Chance(creative.Talks))
            return Lose(story, 1 * Day, 6 * Day, DemoAccount.LossReasons[3].Id);

        story.Move(0.2 * Hour, 30 * Hour, path.PipelineId, path.Talked);
        if (!story.Chance(creative.Qualifies))
            return Lose(story, 1 * Day, 9 * Day, Reason(random));

        var price = (int)(creative.Price * (0.6 + random.NextDouble() * 0.9) / 1000) * 1000;
        story.Move(0.5 * Day, 6 * Day, path.PipelineId, path.Qualified, price);
        if (story.Chance(0.04)) // moved too early: a step back, then forward again
        {
            story.Move(2 * Hour, 1 * Day, path.PipelineId, path.Talked);
            story.Move(1 * Day, 4 * Day, path.PipelineId, path.Qualified);
        }

        return Close(creative, path, price, story, random);
    }

    private static IReadOnlyList<DemoStep> Close(DemoCreative creative, Path path, int price, Story story, Random random)
    {
        if (story.Chance(0.03))
            return ToTheOtherPipeline(path, story);

        var lastStage = path.Qualified;
        foreach (var stage in path.Closing)
        {
            if (!story.Chance(Math.Sqrt(creative.Buys)))
                return Lose(story, 2 * Day, 12 * Day, Reason(random));
            story.Move(1 * Day, 8 * Day, path.PipelineId, stage);
            lastStage = stage;
        }

        if (path.Closing.Count == 0 && !story.Chance(creative.Buys))
            return Lose(story, 3 * Day, 12 * Day, Reason(random));

        story.Move(1 * Day, 10 * Day, path.PipelineId, CrmStage.Won, price);
        if (story.Chance(0.05))
            story.Then(1 * Day, 5 * Day, "price", price + 12_000); // an extra shelf
        if (story.Chance(0.03))
            story.Move(2 * Day, 6 * Day, path.PipelineId, lastStage); // reopened: the prepayment bounced
        return story.Steps;
    }

    private static IReadOnlyList<DemoStep> ToTheOtherPipeline(Path path, Story story)
    {
        var other = path == Sales ? Partners : Sales;
        return story.Move(1 * Day, 5 * Day, other.PipelineId, other.Talked).Steps;
    }

    private static IReadOnlyList<DemoStep> Lose(Story story, double from, double to, long reason)
    {
        if (story.Chance(0.12))
            return story.Steps; // forgotten where it stands

        story.Move(from, to, null, CrmStage.Lost, null, reason);
        if (story.Chance(0.03))
            story.Then(1 * Hour, 2 * Day, "delete").Then(1 * Hour, 1 * Day, "restore");
        return story.Steps;
    }

    private static long Reason(Random random) => DemoAccount.LossReasons[random.Next(3)].Id;

    private sealed class Story(long start, Random random)
    {
        private readonly List<DemoStep> _steps = [];
        private long _now = start;

        public IReadOnlyList<DemoStep> Steps => _steps;

        public bool Chance(double share) => random.NextDouble() < share;

        public Story Move(double from, double to, long? pipeline, long status, int? price = null, long? reason = null) =>
            Add(from, to, at => new DemoStep(at, "move", pipeline, status, price, reason));

        public Story Then(double from, double to, string verb, int? price = null) =>
            Add(from, to, at => new DemoStep(at, verb, Price: price));

        private Story Add(double from, double to, Func<long, DemoStep> step)
        {
            _now += (long)(from + random.NextDouble() * random.NextDouble() * (to - from)); // soon more often than late
            _steps.Add(step(_now));
            return this;
        }
    }
}
