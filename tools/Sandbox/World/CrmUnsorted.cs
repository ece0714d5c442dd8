namespace AmoCrmQualification.Sandbox.World;

/// <summary>Submission of a site's form that nobody has looked at yet. It owns a deal already, in the incoming stage.</summary>
public sealed record CrmUnsortedForm(string Uid, long LeadId, long? ContactId, long PipelineId, long CreatedAt, NewForm Form);

public sealed record NewForm
{
    public string FormId { get; init; } = "1";
    public string FormName { get; init; } = "Заявка с сайта";

    /// <summary>The page of the form; its query carries the marks of the visit.</summary>
    public required string FormPage { get; init; }
    public string? Referer { get; init; }
    public string? Ip { get; init; }
    public string? VisitorUid { get; init; }

    /// <summary>The deal it makes; its stage is the incoming one whatever is said here.</summary>
    public NewLead Lead { get; init; } = new();
}

public sealed class CrmUnsorted
{
    private readonly CrmAccount _account;
    private readonly List<CrmUnsortedForm> _forms = [];

    internal CrmUnsorted(CrmAccount account) => _account = account;

    /// <summary>The forms whose deals still wait in the incoming stage.</summary>
    public IReadOnlyList<CrmUnsortedForm> All
    {
        get
        {
            lock (_account.Gate)
                return [.. _forms.Where(IsWaiting)];
        }
    }

    public CrmUnsortedForm Add(NewForm form)
    {
        lock (_account.Gate)
        {
            var pipeline = form.Lead.PipelineId is { } id ? _account.Pipelines.Get(id) : _account.Pipelines.Main;
            var silent = form.Lead.Silent || _account.Switches.LeadHookOnAccept;
            var lead = _account.Leads.Create(form.Lead with { StatusId = pipeline.Unsorted.Id, Silent = silent });
            var item = new CrmUnsortedForm(
                $"{lead.Id:x16}{lead.CreatedAt:x16}",
                lead.Id,
                lead.ContactIds.Count > 0 ? lead.ContactIds[0] : null,
                pipeline.Id,
                lead.CreatedAt,
                form
            );
            _forms.Add(item);
            return item;
        }
    }

    /// <summary>Somebody takes the form up: its deal enters the funnel.</summary>
    public CrmLead Accept(string uid, long? statusId = null, long? at = null)
    {
        lock (_account.Gate)
        {
            var item = Get(uid);
            var stage = statusId ?? _account.Pipelines.Get(item.PipelineId).First.Id;
            if (!_account.Switches.LeadHookOnAccept)
                return _account.Leads.Move(item.LeadId, stage, at: at);

            using (_account.Trail.Silence())
                _account.Leads.Move(item.LeadId, stage, at: at);
            var lead = _account.Leads.Get(item.LeadId);
            _account.Trail.LeadAnnounced(lead);
            return lead;
        }
    }

    public void Decline(string uid, long? at = null) => _account.Leads.Delete(Get(uid).LeadId, at);

    internal void Clear() => _forms.Clear();

    private CrmUnsortedForm Get(string uid) =>
        All.FirstOrDefault(f => f.Uid == uid) ?? throw CrmProblem.NotFound($"No unsorted form {uid}");

    private bool IsWaiting(CrmUnsortedForm form) =>
        _account.Leads.Find(form.LeadId) is { IsDeleted: false } lead
        && lead.StatusId == _account.Pipelines.Get(lead.PipelineId).Unsorted.Id;
}
