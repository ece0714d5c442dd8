using AmoCrmQualification.Application.Accounts;
using AmoCrmQualification.Application.Common;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Campaigns;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>
/// How many leads each creative brought and how many of them are qualified now. Counts leads that have a deal and are
/// not deleted. <c>From</c> and <c>To</c> bound the lead's creation: days in the account's time zone, both included.
/// </summary>
public sealed record GetQualificationStatsQuery(UserAccountId Account, Guid? DirectionId, DateOnly? From, DateOnly? To)
    : IRequest<QualificationStats>;

public sealed record QualificationStats(IReadOnlyList<CreativeQualification> Stats);

/// <param name="CreativeId"><c>unknown</c> gathers the leads that no creative is known for.</param>
/// <param name="QualificationRate">Whole percent, half up.</param>
public sealed record CreativeQualification(string CreativeId, int TotalLeads, int QualifiedLeads, int QualificationRate)
{
    public const string UnknownCreative = "unknown";

    internal static CreativeQualification Of(CreativeId? creative, int total, int qualified) =>
        new(creative?.Value.ToString() ?? UnknownCreative, total, qualified, (int)(((200L * qualified) + total) / (2L * total)));
}

internal sealed class GetQualificationStatsHandler(IAppDbContext db)
    : IRequestHandler<GetQualificationStatsQuery, QualificationStats>
{
    public async Task<QualificationStats> Handle(GetQualificationStatsQuery query, CancellationToken cancellationToken)
    {
        var period = await db.PeriodAsync(query.Account, query.From, query.To, cancellationToken);
        var leads = db
            .Leads.Where(l => l.UserAccountId == query.Account && l.AmocrmLeadId != null && !l.IsDeleted)
            .CreatedIn(period);
        if (query.DirectionId is { } given)
        {
            var direction = new DirectionId(given);
            leads = leads.Where(l => l.DirectionId == direction);
        }

        var counts = await leads
            .GroupBy(l => l.CreativeId)
            .Select(brought => new
            {
                Creative = brought.Key,
                Total = brought.Count(),
                Qualified = brought.Count(l => l.IsQualified),
            })
            .OrderByDescending(c => c.Total)
            .ThenBy(c => c.Creative)
            .ToListAsync(cancellationToken);
        return new(counts.ConvertAll(c => CreativeQualification.Of(c.Creative, c.Total, c.Qualified)));
    }
}
