using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>An action on a creative, from its verdict and its targets together.</summary>
/// <param name="Disagrees">The verdict and the targets, or the targets among themselves, say different things.</param>
public sealed record AdviceView(AdviceAction Action, bool Disagrees)
{
    internal static AdviceView From(Advice advice) => new(advice.Action, advice.Disagrees);
}
