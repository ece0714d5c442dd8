using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Digests;

namespace AmoCrmQualification.Application.Digests;

/// <summary>All that is decided on the creatives of an account, with its proof.</summary>
internal static class Decisions
{
    public static IReadOnlyDictionary<Decision, DecisionFact> From(Judgement judgement, string? currency) =>
        judgement
            .Creatives.Values.OrderBy(creative => creative.Title, StringComparer.Ordinal)
            .SelectMany(creative => On(creative, judgement, currency))
            .ToDictionary(pair => pair.Key, pair => pair.Value);

    /// <summary>A decision that was told, for what holds no longer; null where the creative is not judged any more.</summary>
    public static DecisionFact? Told(Decision told, Judgement judgement, string? currency)
    {
        var creative = judgement.Creatives.GetValueOrDefault(new(told.Creative));
        return creative is null ? null : Fact(creative, judgement, told.On, told.State, figure: null, currency);
    }

    private static IEnumerable<KeyValuePair<Decision, DecisionFact>> On(
        CreativeLabel creative,
        Judgement judgement,
        string? currency
    )
    {
        var targets = judgement.Targets.On(creative);
        (DecisionOn On, DecisionState? State, TargetFigure? Figure)[] all =
        [
            (DecisionOn.Verdict, StateOf(judgement.Verdicts.VerdictOn(creative.Id).Verdict), null),
            (DecisionOn.Cpql, StateOf(targets.Cpql), targets.Cpql),
            (DecisionOn.Cac, StateOf(targets.Cac), targets.Cac),
            (DecisionOn.Romi, StateOf(targets.Romi), targets.Romi),
        ];
        foreach (var found in all)
        {
            if (found.State is { } state)
                yield return KeyValuePair.Create(
                    new Decision(creative.Id.Value, found.On, state),
                    Fact(creative, judgement, found.On, state, found.Figure, currency)
                );
        }
    }

    private static DecisionFact Fact(
        CreativeLabel creative,
        Judgement judgement,
        DecisionOn on,
        DecisionState state,
        TargetFigure? figure,
        string? currency
    )
    {
        var verdict = judgement.Verdicts.VerdictOn(creative.Id);
        return new(creative.Title, on, state, verdict.Rate, verdict.Others, figure, currency);
    }

    private static DecisionState? StateOf(Verdict verdict) =>
        verdict switch
        {
            Verdict.Better => DecisionState.Better,
            Verdict.Worse => DecisionState.Worse,
            _ => null,
        };

    private static DecisionState? StateOf(TargetFigure? figure) =>
        figure?.State switch
        {
            TargetState.Met => DecisionState.Met,
            TargetState.Missed => DecisionState.Missed,
            _ => null,
        };
}
