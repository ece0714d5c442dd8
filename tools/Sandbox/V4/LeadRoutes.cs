namespace AmoCrmQualification.Sandbox.V4;

internal static class LeadRoutes
{
    public static void MapLeads(this IEndpointRouteBuilder api)
    {
        api.MapGet("/leads", List);
        api.MapGet("/leads/{id:long}", One);
        api.MapPost("/leads", Reply.From(LeadWrites.CreateAsync));
        api.MapPost("/leads/complex", Reply.From(LeadWrites.CreateComplexAsync));
        api.MapPatch("/leads", Reply.From(LeadWrites.ChangeAsync));
        api.MapPatch("/leads/{id:long}", LeadWrites.ChangeOneAsync);
    }

    private static IResult List(HttpContext http)
    {
        var query = new PhpQuery(http.Request.Query);
        var account = http.Account();
        return query.With("only_deleted")
            ? Pages.From(http, "leads", Sorted(account.Leads.All.Where(l => l.IsDeleted), query), Shapes.DeletedLead)
            : Pages.From(
                http,
                "leads",
                Sorted(Filtered(account, query), query),
                l => Shapes.Lead(l, account, query, Reply.Address(http))
            );
    }

    /// <summary>204, not 404, for a deal that is deleted or never was; a switch turns it into 404.</summary>
    private static IResult One(HttpContext http, long id)
    {
        var account = http.Account();
        if (account.Leads.Find(id) is { IsDeleted: false } lead)
            return Reply.Json(Shapes.Lead(lead, account, new PhpQuery(http.Request.Query), Reply.Address(http)));
        if (account.Switches.MissingLeadNotFound)
            throw CrmProblem.NotFound($"Cannot GET {http.Request.Path}");
        return Results.NoContent();
    }

    private static IEnumerable<CrmLead> Filtered(CrmAccount account, PhpQuery query)
    {
        var ids = query.Ids("filter[id]");
        var leads = ids.Count > 0 ? ids.Order().Select(account.Leads.Find).OfType<CrmLead>() : account.Leads.All;
        leads = leads.Where(l => !l.IsDeleted);

        if (query.Stages("filter[statuses]") is { } stages)
            leads = leads.Where(l => stages.Contains((l.PipelineId, l.StatusId)));
        if (query.Ids("filter[pipeline_id]") is { Count: > 0 } pipelines)
            leads = leads.Where(l => pipelines.Contains(l.PipelineId));
        if (query.Ids("filter[responsible_user_id]") is { Count: > 0 } users)
            leads = leads.Where(l => users.Contains(l.ResponsibleUserId));
        if (query.Text("query") is { Length: > 0 } text)
            leads = leads.Where(l => l.Name.Contains(text, StringComparison.OrdinalIgnoreCase));

        leads = Between(leads, query, "created_at", l => l.CreatedAt);
        leads = Between(leads, query, "updated_at", l => l.UpdatedAt);
        leads = Between(leads, query, "closed_at", l => l.ClosedAt);
        return Between(leads, query, "price", l => (long)l.Price);
    }

    private static IEnumerable<CrmLead> Between(
        IEnumerable<CrmLead> leads,
        PhpQuery query,
        string field,
        Func<CrmLead, long?> value
    )
    {
        var (from, to) = query.Range($"filter[{field}]");
        return (from, to) == (long.MinValue, long.MaxValue) ? leads : leads.Where(l => value(l) is { } v && v >= from && v <= to);
    }

    private static IEnumerable<CrmLead> Sorted(IEnumerable<CrmLead> leads, PhpQuery query) =>
        query.Order() switch
        {
            ("created_at", true) => leads.OrderBy(l => l.CreatedAt),
            ("created_at", false) => leads.OrderByDescending(l => l.CreatedAt),
            ("updated_at", true) => leads.OrderBy(l => l.UpdatedAt),
            ("updated_at", false) => leads.OrderByDescending(l => l.UpdatedAt),
            ("id", true) => leads.OrderBy(l => l.Id),
            _ => leads.OrderByDescending(l => l.Id),
        };
}
