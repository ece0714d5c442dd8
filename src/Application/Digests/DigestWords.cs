using System.Globalization;
using AmoCrmQualification.Application.Alerts;
using AmoCrmQualification.Domain.Digests;

namespace AmoCrmQualification.Application.Digests;

/// <summary>The language of a message: its sentences, numbers and dates.</summary>
internal abstract class DigestWords
{
    /// <summary>Space that no line breaks at.</summary>
    protected const char Space = '\u00A0';

    public static DigestWords In(DigestLanguage language) =>
        language switch
        {
            DigestLanguage.Ru => new RussianWords(),
            DigestLanguage.En => new EnglishWords(),
        };

    public abstract string Code { get; }
    public abstract string Leads { get; }
    public abstract string Qualified { get; }
    public abstract string Won { get; }
    public abstract string Revenue { get; }
    public abstract string Spend { get; }
    public abstract string NoData { get; }
    public abstract string Decided { get; }
    public abstract string Attention { get; }
    public abstract string OpenOverview { get; }
    public abstract string OpenCreatives { get; }
    public abstract string Unsubscribe { get; }

    /// <summary>The one line of a message that has nothing decided to tell.</summary>
    public abstract string NothingTurned(bool isAnyDecided);

    public abstract string Title(string account, DigestDays days);

    public abstract string AlertTitle(string account);

    public abstract string NoLeads(DigestDays days);

    /// <summary>A figure beside that of the days before.</summary>
    public abstract string Was(string value, string previous);

    public abstract string ComparedWith(DigestDays before);

    public abstract string Share(string count, string percent);

    public abstract string JudgedUntil(DateOnly day);

    public abstract string Sentence(DecisionFact decision);

    public abstract string Withdrawn(DecisionFact decision);

    public abstract string Sentence(Alert alert);

    /// <summary>Says how many are left out.</summary>
    public abstract string More(int count);

    protected abstract NumberFormatInfo Numbers { get; }

    protected abstract string MonthOf(int month);

    public string Number(long number) => number.ToString("#,0", Numbers);

    public string Percent(double percent) => Percentage(percent.ToString("#,0.#", Numbers));

    protected abstract string Percentage(string number);

    /// <summary>Amounts that are not small are told without their hundredths.</summary>
    public string Money(decimal amount, string? currency)
    {
        var number = amount.ToString(Math.Abs(amount) >= 100 ? "#,0" : "#,0.##", Numbers);
        var sign = currency switch
        {
            null => "",
            "RUB" => "₽",
            "KZT" => "₸",
            "UAH" => "₴",
            "USD" => "$",
            "EUR" => "€",
            _ => currency,
        };
        return sign.Length == 0 ? number : $"{number}{Space}{sign}";
    }

    protected string Day(DateOnly day) => $"{Number(day.Day)}{Space}{MonthOf(day.Month)}";

    protected string Days(DigestDays days) =>
        days.First == days.Last ? Day(days.Last)
        : days.First.Month == days.Last.Month ? $"{Number(days.First.Day)}–{Day(days.Last)}"
        : $"{Day(days.First)} – {Day(days.Last)}";
}
