using AmoCrmQualification.Domain.Analytics;
using FluentValidation;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>Preview of another horizon of an account.</summary>
public sealed record GetHorizonImpactQuery(UserAccountId Account, int HorizonDays) : IRequest<HorizonImpact>;

internal sealed class GetHorizonImpactValidator : AbstractValidator<GetHorizonImpactQuery>
{
    public GetHorizonImpactValidator() =>
        RuleFor(q => q.HorizonDays)
            .InclusiveBetween(1, UserAccount.LongestHorizonDays)
            .WithMessage($"A horizon is 1 to {UserAccount.LongestHorizonDays} days.");
}

/// <param name="Before">As creatives are judged now.</param>
/// <param name="After">As they would be judged by the other horizon.</param>
/// <param name="Creatives">Those with leads judged before or after, the one with the most of them first.</param>
public sealed record HorizonImpact(HorizonVerdicts Before, HorizonVerdicts After, IReadOnlyList<CreativeHorizonImpact> Creatives);

/// <param name="JudgedUntil">The last day whose leads are judged.</param>
/// <param name="Better">Creatives by their verdict, as are the following numbers.</param>
public sealed record HorizonVerdicts(
    int HorizonDays,
    DateOnly JudgedUntil,
    long JudgedLeads,
    long JudgedQualified,
    int Better,
    int Worse,
    int TooEarly,
    int Alone
);

public sealed record CreativeHorizonImpact(Guid CreativeId, string Title, CreativeJudgement Before, CreativeJudgement After);

/// <summary>How a creative is judged by a horizon.</summary>
public sealed record CreativeJudgement(long JudgedLeads, long JudgedQualified, Verdict Verdict, AdviceView Advice);

internal sealed class GetHorizonImpactHandler(CohortReader cohorts, JudgementReader judgements)
    : IRequestHandler<GetHorizonImpactQuery, HorizonImpact>
{
    public async Task<HorizonImpact> Handle(GetHorizonImpactQuery query, CancellationToken cancellationToken)
    {
        var cohort = await cohorts.ReadAsync(new(query.Account), cancellationToken);
        var before = await judgements.ReadAsync(cohort, [], cancellationToken);
        var after = await judgements.ReadAsync(cohort with { HorizonDays = query.HorizonDays }, [], cancellationToken);
        // Judged by one of them alone, a creative is known to that one only.
        var creatives = before
            .Creatives.Values.UnionBy(after.Creatives.Values, creative => creative.Id)
            .Select(creative => new CreativeHorizonImpact(
                creative.Id.Value,
                creative.Title,
                On(creative, before),
                On(creative, after)
            ))
            .OrderByDescending(creative => Math.Max(creative.Before.JudgedLeads, creative.After.JudgedLeads))
            .ThenBy(creative => creative.CreativeId)
            .ToList();
        return new(
            Sum(before, creatives.ConvertAll(creative => creative.Before)),
            Sum(after, creatives.ConvertAll(creative => creative.After)),
            creatives
        );
    }

    private static CreativeJudgement On(CreativeLabel creative, Judgement judgement)
    {
        var verdict = judgement.Verdicts.VerdictOn(creative.Id);
        return new(
            verdict.Rate.Denominator,
            verdict.Rate.Numerator,
            verdict.Verdict,
            AdviceView.From(Advice.From(verdict.Verdict, judgement.Targets.On(creative)))
        );
    }

    private static HorizonVerdicts Sum(Judgement judgement, List<CreativeJudgement> creatives)
    {
        return new(
            judgement.Verdicts.HorizonDays,
            judgement.Verdicts.Until,
            creatives.Sum(creative => creative.JudgedLeads),
            creatives.Sum(creative => creative.JudgedQualified),
            Count(Verdict.Better),
            Count(Verdict.Worse),
            Count(Verdict.TooEarly),
            Count(Verdict.Alone)
        );

        int Count(Verdict verdict) => creatives.Count(creative => creative.Verdict == verdict);
    }
}
