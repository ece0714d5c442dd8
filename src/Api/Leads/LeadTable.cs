using AmoCrmQualification.Api.Http.Csv;
using AmoCrmQualification.Application.Leads;

namespace AmoCrmQualification.Api.Leads;

/// <summary>
/// The columns of a lead as its list has them, then the names of what it refers to, its sale, and a column for each stage.
/// </summary>
internal static class LeadTable
{
    private static readonly IReadOnlyList<CsvColumn> s_ofEvery =
    [
        .. CsvColumn.Build(typeof(LeadView)).Select(column => column.Within<ExportedLead>(row => row.Lead)),
        CsvColumn.From<ExportedLead>("creative_title", row => row.CreativeTitle),
        CsvColumn.From<ExportedLead>("direction_name", row => row.DirectionName),
        CsvColumn.From<ExportedLead>("current_pipeline_name", row => row.Stage?.PipelineName),
        CsvColumn.From<ExportedLead>("current_status_name", row => row.Stage?.StatusName),
        CsvColumn.From<ExportedLead>("sale_status", row => row.Sale?.Status),
        CsvColumn.From<ExportedLead>("sale_amount", row => row.Sale?.Amount),
        CsvColumn.From<ExportedLead>("sale_currency", row => row.Sale?.Currency),
        CsvColumn.From<ExportedLead>("sale_paid_at", row => row.Sale?.PaidAt),
    ];

    public static CsvTable From(LeadExport export) => new([.. s_ofEvery, .. export.Stages.Select(FirstEntry)], export.Leads);

    /// <summary>Several stages may have one name, and a stage may be renamed: the ids tell which it is.</summary>
    private static CsvColumn FirstEntry(ExportedStage stage) =>
        CsvColumn.From<ExportedLead>(
            $"{stage.PipelineName} / {stage.StatusName} ({stage.Stage.Pipeline.Value}/{stage.Stage.Status.Value})",
            row => row.FirstEntries.TryGetValue(stage.Stage, out var at) ? at : null
        );
}
