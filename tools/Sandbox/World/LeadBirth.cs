namespace AmoCrmQualification.Sandbox.World;

/// <summary>Makes a deal of what somebody entered, with the tags and sources that the account shares between its deals.</summary>
internal sealed class LeadBirth(CrmAccount account)
{
    private readonly Dictionary<string, CrmTag> _tags = [];
    private readonly Dictionary<string, CrmSource> _sources = [];

    public CrmLead From(NewLead plan, long id)
    {
        var at = plan.At ?? account.World.Now;
        var pipeline = plan.PipelineId is { } wanted ? account.Pipelines.Get(wanted) : account.Pipelines.Main;
        var lead = new CrmLead
        {
            Id = id,
            Name = plan.Name ?? $"Сделка #{id}",
            Price = plan.Price,
            PipelineId = pipeline.Id,
            StatusId = plan.StatusId ?? pipeline.First.Id,
            LossReasonId = plan.LossReasonId,
            ResponsibleUserId = plan.ResponsibleUserId ?? account.AdminId,
            CreatedBy = plan.By,
            UpdatedBy = plan.By,
            CreatedAt = at,
            UpdatedAt = at,
            Source = plan.Source is null ? null : Source(plan.Source),
            Tags = [.. plan.Tags.Select(Tag)],
            ContactIds = plan.ContactIds,
            Fields = [.. plan.Fields, .. plan.Marks.Select(m => account.DealFields.Fill(m.Key, m.Value))],
        };
        return lead.IsClosed ? lead with { ClosedAt = at } : lead;
    }

    public CrmTag Tag(string name)
    {
        lock (account.Gate)
        {
            if (!_tags.TryGetValue(name, out var tag))
                _tags[name] = tag = new CrmTag(account.World.Ids.Small(), name);
            return tag;
        }
    }

    private CrmSource Source(string name)
    {
        if (!_sources.TryGetValue(name, out var source))
            _sources[name] = source = new CrmSource(account.World.Ids.Small(), name);
        return source;
    }
}
