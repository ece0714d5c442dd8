using System.Globalization;
using AmoCrmQualification.Application.Alerts;
using AmoCrmQualification.Domain.Digests;

namespace AmoCrmQualification.Application.Digests;

internal sealed class EnglishWords : DigestWords
{
    private static readonly NumberFormatInfo s_numbers = new() { NegativeSign = "−" };

    public override string Code => "en";
    public override string Leads => "Leads";
    public override string Qualified => "Qualified";
    public override string Won => "Sales";
    public override string Revenue => "Revenue";
    public override string Spend => "Ad spend";
    public override string NoData => "no data";
    public override string Decided => "Newly decided";
    public override string Attention => "Needs attention";
    public override string OpenOverview => "Open the overview";
    public override string OpenCreatives => "Open the creatives";
    public override string Unsubscribe => "Unsubscribe";

    public override string NothingTurned(bool isAnyDecided) =>
        isAnyDecided
            ? "Nothing new is decided: verdicts and targets stand as they were."
            : "Nothing is decided yet: it is too early to judge creatives and targets.";

    public override string Title(string account, DigestDays days) =>
        days.First == days.Last ? $"{account}: {Days(days)}" : $"{account}: week of {Days(days)}";

    public override string AlertTitle(string account) => $"{account}: needs attention";

    public override string NoLeads(DigestDays days) =>
        days.First == days.Last ? "No new leads, as on the day before." : "No new leads, as in the week before.";

    public override string Was(string value, string previous) => $"{value} (was {previous})";

    public override string ComparedWith(DigestDays before) =>
        $"“Was” is {Days(before)}, counted when those leads were just as old.";

    public override string Share(string count, string percent) => $"{count}, {percent} of leads";

    public override string JudgedUntil(DateOnly day) =>
        $"Judged on leads created up to {Day(day)}: newer ones still have time to qualify.";

    public override string Sentence(DecisionFact decision) =>
        decision switch
        {
            { On: DecisionOn.Verdict, State: DecisionState.Better } =>
                $"“{decision.Title}” is better than the others: {Proof(decision)}.",
            { On: DecisionOn.Verdict } => $"“{decision.Title}” is worse than the others: {Proof(decision)}.",
            { On: DecisionOn.Romi, State: DecisionState.Met } => $"“{decision.Title}” meets its ROMI target: {Romi(decision)}.",
            { On: DecisionOn.Romi } => $"“{decision.Title}” misses its ROMI target: {Romi(decision)}.",
            { State: DecisionState.Met } => $"“{decision.Title}” meets its {Name(decision.On)} target: {Cost(decision)}.",
            _ => $"“{decision.Title}” misses its {Name(decision.On)} target: {Cost(decision)}.",
        };

    public override string Withdrawn(DecisionFact decision) =>
        decision switch
        {
            { On: DecisionOn.Verdict, State: DecisionState.Better } =>
                $"“{decision.Title}” was better than the others; it is too early to tell again.",
            { On: DecisionOn.Verdict } => $"“{decision.Title}” was worse than the others; it is too early to tell again.",
            _ => $"“{decision.Title}”: it is too early again to judge its {Name(decision.On)} target.",
        };

    public override string Sentence(Alert alert) =>
        alert.Kind switch
        {
            AlertKind.ReauthorizationRequired =>
                "amoCRM is refusing our access: leads are not sent and nothing is reconciled. Reconnect it.",
            AlertKind.TokenExpiring => "Access to amoCRM expires within a week. Reconnect it or enter a new token.",
            AlertKind.Silence => "No webhooks for unusually long.",
            AlertKind.DeadDeliveries => $"Deliveries of amoCRM that could not be processed: {Number(alert.Count)}.",
            AlertKind.WebhookBroken => "The webhook is not working: stage changes only come in with reconciliation.",
            AlertKind.RunFailed => "The last sync failed.",
            AlertKind.PushFailed => $"Leads that amoCRM rejected: {Number(alert.Count)}. Each says why.",
            AlertKind.NewStage => "There is a new stage in amoCRM: decide whether leads in it count as qualified.",
            AlertKind.RollupsDiffer => "Figures differ from the histories of deals: the operator has to rebuild them.",
            AlertKind.TimeZoneUnknown => "amoCRM reports a time zone we do not recognise. Set the client’s time zone.",
        };

    public override string More(int count) => $"…and {Number(count)} more";

    protected override NumberFormatInfo Numbers => s_numbers;

    protected override string MonthOf(int month) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);

    protected override string Percentage(string number) => $"{number}%";

    private string Proof(DecisionFact decision) => $"{Rate(decision.Own)} leads qualified, of the others {Rate(decision.Others)}";

    private string Rate(Domain.Analytics.Rate rate) =>
        $"{Number(rate.Numerator)} of {Number(rate.Denominator)}{(rate.Percent is { } percent ? $" ({Percent(percent)})" : "")}";

    private string Cost(DecisionFact decision) =>
        decision.Figure!.Value is { } value
            ? $"{Money(value, decision.Currency)} against {Money(decision.Figure.Goal, decision.Currency)}"
            : $"no {(decision.On == DecisionOn.Cac ? "sale" : "qualified lead")} so far, against {Money(decision.Figure.Goal, decision.Currency)}";

    private string Romi(DecisionFact decision) =>
        $"{Percent((double)(decision.Figure!.Value ?? 0))} against {Percent((double)decision.Figure.Goal)}";

    private static string Name(DecisionOn on) => on.ToString().ToUpperInvariant();
}
