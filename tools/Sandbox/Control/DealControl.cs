namespace AmoCrmQualification.Sandbox.Control;

internal static class DealControl
{
    internal sealed record Change(
        long? StatusId = null,
        long? PipelineId = null,
        decimal? Price = null,
        long? LossReasonId = null,
        bool? Won = null,
        long? AbsorbedId = null,
        string? Text = null,
        string? Field = null,
        string? Value = null,
        long? ContactId = null,
        NewContact? Contact = null,
        long? UserId = null,
        long? At = null,
        long? By = null
    );

    public static void MapDeals(this IEndpointRouteBuilder account, CrmWorld world)
    {
        account.MapPost("/contacts", (long account, NewContact plan) => world.Account(account).Contacts.Create(plan));
        account.MapGet("/contacts", (long account) => world.Account(account).Contacts.All);
        account.MapPatch(
            "/contacts/{id:long}",
            (long account, long id, ContactChange change) => world.Account(account).Contacts.Edit(id, change)
        );
        account.MapPost("/leads", (long account, NewLead plan) => world.Account(account).Leads.Create(plan));
        account.MapGet(
            "/leads",
            (long account, int? limit) =>
                limit is { } most ? world.Account(account).Leads.LastChanged(most) : world.Account(account).Leads.All
        );
        account.MapGet("/leads/{id:long}", (long account, long id) => world.Account(account).Leads.Get(id));
        account.MapGet("/events", (long account) => world.Account(account).Events.All);
        account.MapDelete(
            "/events",
            (long account, long? lead, long? before) => new { forgotten = world.Account(account).Events.Forget(lead, before) }
        );

        account.MapPost(
            "/leads/{id:long}/{verb}",
            (long account, long id, string verb, Change? change) =>
                Apply(world.Account(account), verb, id, change ?? new Change())
        );
        account.MapPost("/play", (long account, IReadOnlyList<StoryStep> story) => Play(world.Account(account), story));
    }

    internal static CrmLead? Apply(CrmAccount account, string verb, long id, Change change)
    {
        var leads = account.Leads;
        switch (verb)
        {
            case "move":
                return Move(leads, id, change.StatusId ?? leads.Get(id).StatusId, change);
            case "price":
                return leads.SetPrice(id, change.Price ?? 0, change.At);
            case "field":
                return leads.SetField(
                    id,
                    change.Field ?? throw CrmProblem.BadRequest("field is needed"),
                    change.Value,
                    change.At
                );
            case "contact":
                AddContact(account, id, change);
                break;
            case "responsible":
                var user = change.UserId ?? throw CrmProblem.BadRequest("user_id is needed");
                return leads.Change(id, lead => lead with { ResponsibleUserId = user }, change.At, change.By);
            case "close":
                return Move(leads, id, change.Won is true ? CrmStage.Won : CrmStage.Lost, change);
            case "delete":
                leads.Delete(id, change.At);
                break;
            case "restore":
                leads.Restore(id, change.At);
                break;
            case "forget":
                leads.Forget(id);
                break;
            case "merge":
                leads.Merge(id, change.AbsorbedId ?? throw CrmProblem.BadRequest("absorbed_id is needed"), change.At);
                break;
            case "note":
                leads.AddNote(id, change.Text ?? "", change.At);
                break;
            default:
                throw CrmProblem.NotFound($"A deal cannot '{verb}'");
        }

        return leads.Find(id);
    }

    private static void AddContact(CrmAccount account, long id, Change change)
    {
        if (change.Contact is { } contact)
            account.Contacts.Create(contact with { LeadIds = [id], At = contact.At ?? change.At });
        else
            account.Leads.AddContact(
                id,
                change.ContactId ?? throw CrmProblem.BadRequest("contact_id or contact is needed"),
                change.At
            );
    }

    private static CrmLead Move(CrmLeads leads, long id, long status, Change change) =>
        leads.Move(id, status, change.PipelineId, change.Price, change.LossReasonId, change.At, change.By);

    /// <summary>Many steps in one call: a story of weeks is told in moments.</summary>
    private static object Play(CrmAccount account, IReadOnlyList<StoryStep> story)
    {
        foreach (var step in story)
        {
            if (step.Contact is { } contact)
                account.Contacts.Create(contact);
            else if (step.Lead is { } lead)
                account.Leads.Create(lead);
            else if (step is { Verb: { } verb, LeadId: { } id })
                Apply(account, verb, id, step.Change ?? new Change());
            else
                throw CrmProblem.BadRequest("A step is a contact, a lead, or a verb with lead_id");
        }

        return new { played = story.Count };
    }

    internal sealed record StoryStep(
        NewContact? Contact = null,
        NewLead? Lead = null,
        string? Verb = null,
        long? LeadId = null,
        Change? Change = null
    );
}
