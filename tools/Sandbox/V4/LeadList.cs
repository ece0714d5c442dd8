namespace AmoCrmQualification.Sandbox.V4;

/// <summary>The deals that a list asks for, in its order. Times come from an index; other filters look at each deal.</summary>
internal static class LeadList
{
    public static IEnumerable<Row<CrmLead>> Read(CrmAccount account, PhpQuery query)
    {
        var wanted = Wanted(query);
        var rows = query.Ids("filter[id]") is { Count: > 0 } ids ? ByIds(account, ids, wanted) : account.Leads.Select(wanted);

        if (query.Stages("filter[statuses]") is { } stages)
            rows = rows.Where(r => r.Get() is var lead && stages.Contains((lead.PipelineId, lead.StatusId)));
        if (query.Ids("filter[pipeline_id]") is { Count: > 0 } pipelines)
            rows = rows.Where(r => pipelines.Contains(r.Get().PipelineId));
        if (query.Ids("filter[responsible_user_id]") is { Count: > 0 } users)
            rows = rows.Where(r => users.Contains(r.Get().ResponsibleUserId));
        if (query.Text("query") is { Length: > 0 } text)
            rows = rows.Where(r => r.Get().Name.Contains(text, StringComparison.OrdinalIgnoreCase));

        return Between(Between(rows, query, "closed_at", l => l.ClosedAt), query, "price", l => (long)l.Price);
    }

    private static LeadQuery Wanted(PhpQuery query)
    {
        var (field, ascending) = query.Order() ?? ("id", false);
        return new LeadQuery
        {
            Created = query.Range("filter[created_at]"),
            Updated = query.Range("filter[updated_at]"),
            By = field switch
            {
                "created_at" => LeadOrder.CreatedAt,
                "updated_at" => LeadOrder.UpdatedAt,
                _ => LeadOrder.Id,
            },
            Ascending = ascending,
        };
    }

    private static IEnumerable<Row<CrmLead>> ByIds(CrmAccount account, HashSet<long> ids, LeadQuery wanted) =>
        Rows.Sort(
            ids.Select(account.Leads.Find)
                .OfType<CrmLead>()
                .Where(l => wanted.IsCreated(l.CreatedAt) && wanted.IsUpdated(l.UpdatedAt))
                .Select(wanted.RowOf),
            wanted.Ascending
        );

    private static IEnumerable<Row<CrmLead>> Between(
        IEnumerable<Row<CrmLead>> rows,
        PhpQuery query,
        string field,
        Func<CrmLead, long?> value
    )
    {
        var (from, to) = query.Range($"filter[{field}]");
        return (from, to) == (long.MinValue, long.MaxValue)
            ? rows
            : rows.Where(r => value(r.Get()) is { } v && v >= from && v <= to);
    }
}
