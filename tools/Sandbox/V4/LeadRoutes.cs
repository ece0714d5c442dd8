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
        var rows = LeadList.Read(account, query);
        return query.With("only_deleted")
            ? Pages.From(http, "leads", rows.Where(r => r.Kept is { IsDeleted: true }), r => Shapes.DeletedLead(r.Get()))
            : Pages.From(
                http,
                "leads",
                rows.Where(r => r.Kept is not { IsDeleted: true }),
                r => Shapes.Lead(r.Get(), account, query, Reply.Address(http))
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
}
