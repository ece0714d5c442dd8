using System.Globalization;
using AmoCrmQualification.Application.Alerts;
using AmoCrmQualification.Domain.Digests;

namespace AmoCrmQualification.Application.Digests;

internal sealed class RussianWords : DigestWords
{
    private static readonly string[] s_months =
    [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ];

    private static readonly NumberFormatInfo s_numbers = new()
    {
        NumberGroupSeparator = $"{Space}",
        NumberDecimalSeparator = ",",
        NegativeSign = "−",
    };

    public override string Code => "ru";
    public override string Leads => "Лиды";
    public override string Qualified => "Квалифицированы";
    public override string Won => "Продажи";
    public override string Revenue => "Выручка";
    public override string Spend => "Расход";
    public override string NoData => "нет данных";
    public override string Decided => "Что решилось";
    public override string Attention => "Требует внимания";
    public override string OpenOverview => "Открыть обзор";
    public override string OpenCreatives => "Открыть креативы";
    public override string Unsubscribe => "Отписаться от рассылки";

    public override string NothingTurned(bool isAnyDecided) =>
        isAnyDecided ? "Нового не решилось: вердикты и цели прежние." : "Пока ничего не решено: судить о креативах и целях рано.";

    public override string Title(string account, DigestDays days) =>
        days.First == days.Last ? $"{account}: итоги за {Days(days)}" : $"{account}: неделя {Days(days)}";

    public override string AlertTitle(string account) => $"{account}: требует внимания";

    public override string NoLeads(DigestDays days) =>
        days.First == days.Last ? "Новых лидов не было, как и днём раньше." : "Новых лидов не было, как и неделей раньше.";

    public override string Was(string value, string previous) => $"{value} (было {previous})";

    public override string ComparedWith(DigestDays before) =>
        $"«Было» — {Days(before)}, посчитано, когда те лиды были того же возраста.";

    public override string Share(string count, string percent) => $"{count}, {percent} лидов";

    public override string JudgedUntil(DateOnly day) =>
        $"Судим по лидам, созданным по {Day(day)}: у более новых срок ещё не вышел.";

    public override string Sentence(DecisionFact decision) =>
        decision switch
        {
            { On: DecisionOn.Verdict, State: DecisionState.Better } => $"«{decision.Title}» лучше остальных: {Proof(decision)}.",
            { On: DecisionOn.Verdict } => $"«{decision.Title}» хуже остальных: {Proof(decision)}.",
            { On: DecisionOn.Romi, State: DecisionState.Met } =>
                $"«{decision.Title}»: цель по ROMI достигнута — {Romi(decision)}.",
            { On: DecisionOn.Romi } => $"«{decision.Title}»: ROMI ниже цели — {Romi(decision)}.",
            { State: DecisionState.Met } => $"«{decision.Title}»: {Name(decision.On)} укладывается в цель — {Cost(decision)}.",
            _ => $"«{decision.Title}»: {Name(decision.On)} дороже цели — {Cost(decision)}.",
        };

    public override string Withdrawn(DecisionFact decision) =>
        decision switch
        {
            { On: DecisionOn.Verdict, State: DecisionState.Better } =>
                $"«{decision.Title}»: был лучше остальных, теперь судить снова рано.",
            { On: DecisionOn.Verdict } => $"«{decision.Title}»: был хуже остальных, теперь судить снова рано.",
            _ => $"«{decision.Title}»: о цели по {Name(decision.On)} судить снова рано.",
        };

    public override string Sentence(Alert alert) =>
        alert.Kind switch
        {
            AlertKind.ReauthorizationRequired =>
                "amoCRM не принимает доступ: лиды не отправляются, сверка не идёт. Подключите её заново.",
            AlertKind.TokenExpiring => "Доступ к amoCRM закончится в течение недели. Подключите её заново или дайте новый токен.",
            AlertKind.Silence => "Вебхуки давно не приходят: обычно такой паузы не бывает.",
            AlertKind.DeadDeliveries => $"Не удалось обработать уведомления amoCRM: {Number(alert.Count)}.",
            AlertKind.WebhookBroken => "Вебхук не работает: о сменах этапов узнаём только при сверке.",
            AlertKind.RunFailed => "Последняя синхронизация не удалась.",
            AlertKind.PushFailed => $"amoCRM не приняла лидов: {Number(alert.Count)}. В каждом написано, почему.",
            AlertKind.NewStage => "В amoCRM новый этап: решите, считать ли лидов на нём квалифицированными.",
            AlertKind.RollupsDiffer => "Цифры разошлись с историями сделок: их пересчитает администратор сервиса.",
            AlertKind.TimeZoneUnknown => "amoCRM назвала часовой пояс, которого сервис не знает. Укажите часовой пояс клиента.",
        };

    public override string More(int count) => $"…и ещё {Number(count)}";

    protected override NumberFormatInfo Numbers => s_numbers;

    protected override string MonthOf(int month) => s_months[month - 1];

    protected override string Percentage(string number) => $"{number}{Space}%";

    private string Proof(DecisionFact decision) => $"квалифицированы {Rate(decision.Own)}, у остальных {Rate(decision.Others)}";

    private string Rate(Domain.Analytics.Rate rate) =>
        $"{Number(rate.Numerator)} из {Number(rate.Denominator)}{(rate.Percent is { } percent ? $" ({Percent(percent)})" : "")}";

    private string Cost(DecisionFact decision) =>
        decision.Figure!.Value is { } value
            ? $"{Money(value, decision.Currency)} при цели {Money(decision.Figure.Goal, decision.Currency)}"
            : $"{(decision.On == DecisionOn.Cac ? "ни одной продажи" : "ни одного квалифицированного лида")} при цели {Money(decision.Figure.Goal, decision.Currency)}";

    private string Romi(DecisionFact decision) =>
        $"{Percent((double)(decision.Figure!.Value ?? 0))} при цели {Percent((double)decision.Figure.Goal)}";

    private static string Name(DecisionOn on) => on.ToString().ToUpperInvariant();
}
