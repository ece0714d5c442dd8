using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Domain.Campaigns;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Infrastructure.Analytics;

/// <summary>
/// The definitions of <see cref="CohortSql"/> once more, as conditions on one lead: a page of a list is found without counting
/// all of it. That both agree is tested.
/// </summary>
internal sealed class PostgresCohortLeads(AppDbContext db) : ICohortLeads
{
    public IQueryable<Lead> Chosen(Cohort cohort)
    {
        var leads = db.Leads.Where(l => l.UserAccountId == cohort.Account);
        if (cohort.Created.From is { } from)
            leads = leads.Where(l => l.CreatedAt >= from);
        if (cohort.Created.Until is { } until)
            leads = leads.Where(l => l.CreatedAt < until);
        if (cohort.Direction is { } direction)
            leads = In(leads, cohort.Account, direction);
        if (cohort.Creative is { } creative)
            leads = leads.Where(l => l.CreativeId == creative);
        return cohort.WithoutCreative ? leads.Where(l => l.CreativeId == null) : leads;
    }

    public IQueryable<Lead> Counted(Cohort cohort) =>
        Judged(Chosen(cohort).Where(l => l.AmocrmLeadId != null && !l.IsDeleted && !l.IsTest), cohort);

    public IQueryable<Lead> Qualified(IQueryable<Lead> leads, Cohort cohort, bool isQualified) =>
        cohort.Mode switch
        {
            QualificationMode.Current => leads.Where(l => l.IsQualified == isQualified),
            QualificationMode.Ever => leads.Where(l => l.FirstQualifiedAt != null == isQualified),
            QualificationMode.Within => InTime(OldEnough(leads, cohort), cohort, isQualified),
            QualificationMode.Judged => InTime(leads, cohort, isQualified),
            QualificationMode.ReachedOrPassed => ReachedOrPassed(leads, cohort.Account, isQualified),
        };

    public IQueryable<Lead> Reached(IQueryable<Lead> leads, UserAccountId account, Stage stage, bool orPassed)
    {
        var (pipeline, status) = (stage.Pipeline, stage.Status);
        if (!orPassed)
            return leads.Where(l =>
                db.StagesReached.Any(r =>
                    r.UserAccountId == account
                    && r.AmocrmLeadId == l.AmocrmLeadId
                    && r.PipelineId == pipeline
                    && r.StatusId == status
                )
            );

        var (won, lost) = (AmoStatusId.Won, AmoStatusId.Lost);
        return leads.Where(l =>
            db.StagesReached.Any(r =>
                r.UserAccountId == account
                && r.AmocrmLeadId == l.AmocrmLeadId
                && r.PipelineId == pipeline
                && r.StatusId != lost
                && status != lost
                && (
                    r.StatusId == won
                    || (
                        status != won
                        && db.PipelineStages.Any(s =>
                            s.UserAccountId == account
                            && s.PipelineId == pipeline
                            && s.StatusId == status
                            && db.PipelineStages.Any(e =>
                                e.UserAccountId == account
                                && e.PipelineId == pipeline
                                && e.StatusId == r.StatusId
                                && e.SortOrder >= s.SortOrder
                            )
                        )
                    )
                )
            )
        );
    }

    public IQueryable<Lead> LostFrom(IQueryable<Lead> leads, Stage stage)
    {
        var (pipeline, status) = (stage.Pipeline, stage.Status);
        return leads.Where(l => l.CurrentPipelineId == pipeline && l.LostFromStatusId == status);
    }

    private IQueryable<Lead> In(IQueryable<Lead> leads, UserAccountId account, DirectionId direction) =>
        leads.Where(l =>
            db.Creatives.Any(k => k.UserAccountId == account && k.Id == l.CreativeId && k.DirectionId == direction)
            || (
                l.DirectionId == direction
                && !db.Creatives.Any(k => k.UserAccountId == account && k.Id == l.CreativeId && k.DirectionId != null)
            )
        );

    private IQueryable<Lead> Judged(IQueryable<Lead> leads, Cohort cohort)
    {
        if (cohort.Mode != QualificationMode.Judged)
            return leads;
        var (account, repeats) = (cohort.Account, cohort.Repeats.ToArray());
        return leads.Where(l =>
            !repeats.Contains(l.Id)
            && db.Creatives.Any(k => k.UserAccountId == account && k.Id == l.CreativeId && k.DirectionId != null)
        );
    }

    private static IQueryable<Lead> OldEnough(IQueryable<Lead> leads, Cohort cohort)
    {
        var before = cohort.OldEnoughBefore;
        return leads.Where(l => l.CreatedAt <= before);
    }

    private static IQueryable<Lead> InTime(IQueryable<Lead> leads, Cohort cohort, bool isQualified)
    {
        var time = TimeSpan.FromDays(cohort.Days);
        return isQualified
            ? leads.Where(l => l.FirstQualifiedAt <= l.CreatedAt + time)
            : leads.Where(l => l.FirstQualifiedAt == null || l.FirstQualifiedAt > l.CreatedAt + time);
    }

    private IQueryable<Lead> ReachedOrPassed(IQueryable<Lead> leads, UserAccountId account, bool isQualified)
    {
        var (won, lost) = (AmoStatusId.Won, AmoStatusId.Lost);
        return leads.Where(l =>
            db.StagesReached.Any(r =>
                r.UserAccountId == account
                && r.AmocrmLeadId == l.AmocrmLeadId
                && r.StatusId != lost
                && db.PipelineStages.Any(s =>
                    s.UserAccountId == account
                    && s.PipelineId == r.PipelineId
                    && s.StatusId == r.StatusId
                    && db.PipelineStages.Any(f =>
                        f.UserAccountId == account
                        && f.PipelineId == r.PipelineId
                        && f.IsQualifiedStage
                        && (r.StatusId == won || (f.StatusId != lost && f.SortOrder <= s.SortOrder))
                    )
                )
            ) == isQualified
        );
    }
}
