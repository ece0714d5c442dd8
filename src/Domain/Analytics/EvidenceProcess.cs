namespace AmoCrmQualification.Domain.Analytics;

/// <summary>
/// Gathers evidence day by day (Turner, Ly and Grünwald, arXiv:2106.02693, theorem 1): each day's factor compares rates a
/// log odds ratio δ apart with one rate for both, where the others' rate is that of their earlier days. For each δ of a grid a
/// bet of its own; E is their mean.
/// </summary>
public sealed class EvidenceProcess
{
    private static readonly double[] Ratios = [0.2, 0.4, 0.7, 1, 1.4];
    private static readonly double[] Odds = [.. Ratios.Select(Math.Exp), .. Ratios.Select(ratio => Math.Exp(-ratio))];

    private readonly double[] _bets = new double[Odds.Length];
    private long _leads;
    private long _qualified;

    public Evidence Evidence =>
        new(Evidence.LogMean(_bets.AsSpan(0, Ratios.Length)), Evidence.LogMean(_bets.AsSpan(Ratios.Length)));

    /// <summary>Adds a day; days come in order. One on which either had no leads tells nothing of a difference.</summary>
    public void Add(JudgedDay creative, JudgedDay others)
    {
        if (creative.Leads > 0 && others.Leads > 0)
            Bet(creative, others);
        _leads += others.Leads;
        _qualified += others.Qualified;
    }

    private void Bet(JudgedDay creative, JudgedDay others)
    {
        var rate = (_qualified + 0.5) / (_leads + 1);
        var odds = rate / (1 - rate);
        for (var i = 0; i < _bets.Length; i++)
        {
            var shifted = odds * Odds[i];
            var bet = shifted / (1 + shifted);
            var common = ((creative.Leads * bet) + (others.Leads * rate)) / (creative.Leads + others.Leads);
            _bets[i] += LogRatio(creative, bet, common) + LogRatio(others, rate, common);
        }
    }

    private static double LogRatio(JudgedDay day, double rate, double common) =>
        (day.Qualified * Math.Log(rate / common)) + ((day.Leads - day.Qualified) * Math.Log((1 - rate) / (1 - common)));
}
