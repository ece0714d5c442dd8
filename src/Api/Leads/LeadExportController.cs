using AmoCrmQualification.Api.Analytics;
using AmoCrmQualification.Api.Http.Csv;
using AmoCrmQualification.Api.Http.OpenApi;
using AmoCrmQualification.Application.Leads;

namespace AmoCrmQualification.Api.Leads;

/// <summary>Lists that are too long for pages.</summary>
[ApiController]
[Route("api/export")]
[Tags("Leads")]
public sealed class LeadExportController(IMediator mediator) : ControllerBase
{
    /// <summary>
    /// Exports all leads of a filter, newest first, with their sales and their first entries into each stage. The answer is CSV,
    /// whatever format is given.
    /// </summary>
    [HttpGet("leads")]
    [ProducesResponseType<string>(StatusCodes.Status200OK, CsvFile.MediaType)]
    [Problem(
        ProblemCodes.ValidationError,
        Reasons.PeriodInverted,
        Reasons.DaysMissing,
        Reasons.IdInvalid,
        Reasons.ValueOutOfRange
    )]
    public async Task<IActionResult> Leads(
        Guid userAccountId,
        [FromQuery] CohortForm filter,
        [FromQuery] LeadsForm which,
        CancellationToken cancellationToken
    )
    {
        var query = new ExportLeadsQuery(which.ToFilter(filter.ToFilter(userAccountId)));
        return new CsvResult(LeadTable.From(await mediator.Send(query, cancellationToken)));
    }
}
