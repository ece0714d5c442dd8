using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>Decided creatives of an account, and those whose target of CPQL is decided.</summary>
public sealed record AccountVerdicts(int Better, int Worse, int CpqlMet, int CpqlMissed)
{
    internal static AccountVerdicts From(AccountJudged account, IReadOnlyDictionary<CreativeId, CreativeLabel> creatives)
    {
        var verdicts = JudgedCreatives.From(account.Judged, account.Creatives, creatives);
        var targets = new JudgedTargets(account.Judged, account.Creatives, account.Spent);
        var decided = creatives.Keys.CountBy(id => verdicts.VerdictOn(id).Verdict).ToDictionary();
        var costs = creatives.Values.Select(targets.On).Select(on => on.Cpql?.State).ToLookup(state => state);
        return new(
            decided.GetValueOrDefault(Verdict.Better),
            decided.GetValueOrDefault(Verdict.Worse),
            costs[TargetState.Met].Count(),
            costs[TargetState.Missed].Count()
        );
    }
}
