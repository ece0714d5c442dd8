using System.Globalization;
using AmoCrmQualification.Application.Accounts;
using AmoCrmQualification.Application.Common;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Campaigns;
using AmoCrmQualification.Domain.Common;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Pipelines;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AmoCrmQualification.Application.Leads;

/// <summary>Leads of an account, newest first. <c>From</c> and <c>To</c> are days in its time zone, both included.</summary>
public sealed record GetLeadsQuery(
    UserAccountId Account,
    Guid? DirectionId,
    Guid? CreativeId,
    long? PipelineId,
    long? StatusId,
    bool? IsQualified,
    string? Search,
    DateOnly? From,
    DateOnly? To,
    PageRequest Page
) : IRequest<Page<LeadView>>;

public sealed record GetLeadQuery(Guid Lead) : IRequest<LeadView>;

internal sealed class GetLeadHandler(IAppDbContext db) : IRequestHandler<GetLeadQuery, LeadView>
{
    public async Task<LeadView> Handle(GetLeadQuery query, CancellationToken cancellationToken)
    {
        var id = new LeadId(query.Lead);
        return await db.Leads.Where(l => l.Id == id).Select(LeadView.Projection).SingleOrDefaultAsync(cancellationToken)
            ?? throw new DomainException(Refusal.NotFound("lead"));
    }
}

internal sealed class GetLeadsHandler(IAppDbContext db) : IRequestHandler<GetLeadsQuery, Page<LeadView>>
{
    public async Task<Page<LeadView>> Handle(GetLeadsQuery query, CancellationToken cancellationToken)
    {
        var leads = Search(Filter(db.Leads.Where(l => l.UserAccountId == query.Account), query), query.Search);
        var period = await db.PeriodAsync(query.Account, query.From, query.To, cancellationToken);
        leads = leads.CreatedIn(period);

        if (query.Page.After is { } after)
        {
            var last = new LeadId(after.Id);
            leads = leads.Where(l => l.CreatedAt < after.At || (l.CreatedAt == after.At && l.Id < last));
        }

        var rows = await leads
            .OrderByDescending(l => l.CreatedAt)
            .ThenByDescending(l => l.Id)
            .Take(query.Page.Size + 1)
            .Select(LeadView.Projection)
            .ToListAsync(cancellationToken);
        return query.Page.Cut(rows, l => new(l.CreatedAt, l.Id));
    }

    private static IQueryable<Lead> Filter(IQueryable<Lead> leads, GetLeadsQuery query)
    {
        if (query.DirectionId is { } d)
        {
            var direction = new DirectionId(d);
            leads = leads.Where(l => l.DirectionId == direction);
        }

        if (query.CreativeId is { } c)
        {
            var creative = new CreativeId(c);
            leads = leads.Where(l => l.CreativeId == creative);
        }

        if (query.PipelineId is { } p)
        {
            var pipeline = new AmoPipelineId(p);
            leads = leads.Where(l => l.CurrentPipelineId == pipeline);
        }

        if (query.StatusId is { } s)
        {
            var status = new AmoStatusId(s);
            leads = leads.Where(l => l.CurrentStatusId == status);
        }

        return query.IsQualified is { } qualified ? leads.Where(l => l.IsQualified == qualified) : leads;
    }

    /// <summary>By any part of name, phone, e-mail or chat id, or by the deal's id.</summary>
    private static IQueryable<Lead> Search(IQueryable<Lead> leads, string? search)
    {
        var text = search?.Trim().ToLowerInvariant();
        if (string.IsNullOrEmpty(text))
            return leads;

        AmoLeadId? deal = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new(id) : null;
        return leads.Where(l =>
            (deal != null && l.AmocrmLeadId == deal)
            || l.Name!.ToLower().Contains(text)
            || l.Phone!.Contains(text)
            || l.PhoneE164!.Contains(text)
            || l.Email!.ToLower().Contains(text)
            || l.ChatId!.ToLower().Contains(text)
        );
    }
}
