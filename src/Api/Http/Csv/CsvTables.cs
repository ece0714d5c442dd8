using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Application.Leads;

namespace AmoCrmQualification.Api.Http.Csv;

/// <summary>The answers that are tables.</summary>
internal static class CsvTables
{
    private static readonly Dictionary<Type, Func<object, CsvTable>> ByAnswer = new()
    {
        [typeof(CreativeFigures)] = answer => CsvTable.From(((CreativeFigures)answer).Creatives),
        [typeof(Funnel)] = answer => CsvTable.From(((Funnel)answer).Stages),
        [typeof(Trends)] = answer => CsvTable.From(((Trends)answer).Points),
        [typeof(MaturityFigures)] = answer => CsvTable.From(((MaturityFigures)answer).Curve),
        [typeof(LossReasons)] = answer => CsvTable.From(((LossReasons)answer).Reasons),
        [typeof(TimeInStage)] = answer => CsvTable.From(((TimeInStage)answer).Stages),
        [typeof(AccountFigures)] = answer => CsvTable.From(((AccountFigures)answer).Accounts),
        [typeof(Summary)] = answer => CsvTable.From([(Summary)answer]),
        [typeof(Page<LeadView>)] = answer => CsvTable.From(((Page<LeadView>)answer).Items),
    };

    public static bool Has(Type? answer) => answer is not null && ByAnswer.ContainsKey(answer);

    public static CsvTable From(object answer) => ByAnswer[answer.GetType()](answer);
}
