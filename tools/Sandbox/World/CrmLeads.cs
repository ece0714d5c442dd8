namespace AmoCrmQualification.Sandbox.World;

/// <summary>
/// The deals of an account. `at` is the time amoCRM will report (now when left out): a test or the demo can tell a story
/// that happened weeks ago, and last_modified, updated_at and the journal all carry that time.
/// </summary>
public sealed class CrmLeads
{
    private readonly CrmAccount _account;
    private readonly LeadStore _leads = new();
    private readonly LeadBirth _births;

    internal CrmLeads(CrmAccount account)
    {
        _account = account;
        _births = new LeadBirth(account);
    }

    public IReadOnlyList<CrmLead> All
    {
        get
        {
            lock (_account.Gate)
                return [.. _leads.Select(new LeadQuery()).Select(row => row.Get())];
        }
    }

    public IReadOnlyList<CrmLead> LastChanged(int limit) =>
        [.. Select(new LeadQuery { By = LeadOrder.UpdatedAt, Ascending = false }).Take(limit).Select(row => row.Get())];

    public int Count
    {
        get
        {
            lock (_account.Gate)
                return _leads.Count;
        }
    }

    public CrmLead? Find(long id)
    {
        lock (_account.Gate)
            return _leads.Find(id);
    }

    public CrmLead Get(long id) => Find(id) ?? throw CrmProblem.NotFound($"No lead {id}");

    public CrmLead Create(NewLead plan)
    {
        lock (_account.Gate)
        {
            using var silence = plan.Silent ? _account.Trail.Silence() : null;
            var lead = Add(plan);
            foreach (var move in plan.Path)
                lead = Move(lead.Id, move.StatusId, move.PipelineId, move.Price, move.LossReasonId, move.At, move.By);
            return lead;
        }
    }

    public CrmLead Move(
        long id,
        long statusId,
        long? pipelineId = null,
        decimal? price = null,
        long? lossReasonId = null,
        long? at = null,
        long? by = null
    ) =>
        Change(
            id,
            lead =>
                lead with
                {
                    PipelineId = pipelineId ?? lead.PipelineId,
                    StatusId = statusId,
                    Price = price ?? lead.Price,
                    LossReasonId = lossReasonId ?? lead.LossReasonId,
                },
            at,
            by
        );

    public CrmLead SetPrice(long id, decimal price, long? at = null) => Change(id, lead => lead with { Price = price }, at);

    /// <summary>Fills, or with no value empties, one custom field.</summary>
    public CrmLead SetField(long id, string codeOrName, string? value, long? at = null)
    {
        var field = _account.DealFields.Fill(codeOrName, value is null ? [] : [value]);
        return Change(
            id,
            lead => lead with { Fields = [.. lead.Fields.Where(f => f.Id != field.Id), .. value is null ? [] : new[] { field }] },
            at
        );
    }

    public CrmLead Win(long id, decimal? price = null, long? at = null) => Move(id, CrmStage.Won, price: price, at: at);

    public CrmLead Lose(long id, long? lossReasonId = null, long? at = null) =>
        Move(id, CrmStage.Lost, lossReasonId: lossReasonId, at: at);

    /// <summary>One save of a card: whatever differs afterwards is what the journal and the webhooks report.</summary>
    public CrmLead Change(long id, Func<CrmLead, CrmLead> change, long? at = null, long? by = null)
    {
        lock (_account.Gate)
        {
            var before = Get(id);
            var time = at ?? _account.World.Now;
            var after = change(before) with { UpdatedAt = time, UpdatedBy = by ?? _account.AdminId };
            RequireStage(after);
            if (!after.SamePlace(before))
            {
                after = after with
                {
                    ClosedAt = after.IsClosed ? time : null,
                    LossReasonId = after.StatusId == CrmStage.Lost ? after.LossReasonId : null,
                };
            }

            _leads.Put(after);
            _account.Trail.LeadChanged(before, after);
            return after;
        }
    }

    public void Delete(long id, long? at = null) => SetDeleted(id, true, at);

    public void Restore(long id, long? at = null) => SetDeleted(id, false, at);

    /// <summary>The trash was emptied: the deal is gone and nothing says so.</summary>
    public void Forget(long id)
    {
        lock (_account.Gate)
            _leads.Remove(id);
    }

    /// <summary>One card absorbs another. Which webhooks amoCRM fires then is not documented: a switch decides.</summary>
    public void Merge(long survivorId, long absorbedId, long? at = null)
    {
        lock (_account.Gate)
        {
            var (survivor, absorbed) = (Get(survivorId), Get(absorbedId));
            var time = at ?? _account.World.Now;
            _leads.Remove(absorbedId);
            survivor = survivor with { UpdatedAt = time, ContactIds = [.. survivor.ContactIds.Union(absorbed.ContactIds)] };
            _leads.Put(survivor);
            _account.Trail.LeadsMerged(survivor, absorbed);
        }
    }

    /// <summary>Somebody found out whose deal it is. The deal's own webhooks do not tell of that, the contact's do.</summary>
    public CrmLead AddContact(long id, long contactId, long? at = null)
    {
        lock (_account.Gate)
        {
            var lead = Link(id, contactId, at);
            _account.Contacts.Change(contactId, contact => contact, at);
            return lead;
        }
    }

    /// <returns>The deal, unchanged but for the contact: amoCRM does not count a link as a change of the deal.</returns>
    internal CrmLead Link(long id, long contactId, long? at)
    {
        var lead = Get(id);
        lead = lead with { ContactIds = [.. lead.ContactIds.Union([_account.Contacts.Get(contactId).Id])] };
        _leads.Put(lead);
        _account.Trail.ContactLinked(lead, contactId, at ?? _account.World.Now);
        return lead;
    }

    public void AddNote(long id, string text, long? at = null) =>
        _account.Trail.NoteAdded(Get(id), text, at ?? _account.World.Now);

    internal CrmTag Tag(string name) => _births.Tag(name);

    internal void Clear() => _leads.Clear();

    internal void Add(GeneratedDeals deals) => _leads.Add(deals);

    internal IReadOnlyList<long> OfContact(long contactId)
    {
        lock (_account.Gate)
            return _leads.OfContact(contactId);
    }

    internal IEnumerable<Row<CrmLead>> Select(LeadQuery query)
    {
        lock (_account.Gate)
            return _leads.Select(query);
    }

    private CrmLead Add(NewLead plan)
    {
        var id = plan.Id ?? _account.World.Ids.Lead();
        if (_leads.Find(id) is not null)
            throw new CrmProblem(409, "Conflict", $"Lead {id} exists");

        var lead = _births.From(plan, id);
        if (plan.Contact is { } main)
        {
            var contact = _account.Contacts.Add(main with { At = main.At ?? plan.At }, [id]);
            lead = lead with { ContactIds = [contact.Id, .. lead.ContactIds] };
        }

        _leads.Put(lead);
        _account.Trail.LeadAdded(lead);
        return lead;
    }

    private void SetDeleted(long id, bool deleted, long? at)
    {
        lock (_account.Gate)
        {
            var lead = Get(id) with { IsDeleted = deleted, UpdatedAt = at ?? _account.World.Now };
            _leads.Put(lead);
            _account.Trail.LeadTrashed(lead);
        }
    }

    private void RequireStage(CrmLead lead)
    {
        if (_account.Pipelines.Get(lead.PipelineId).Stages.All(s => s.Id != lead.StatusId))
            throw CrmProblem.BadRequest($"Pipeline {lead.PipelineId} has no stage {lead.StatusId}");
    }
}
