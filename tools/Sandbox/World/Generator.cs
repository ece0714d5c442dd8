namespace AmoCrmQualification.Sandbox.World;

/// <summary>Puts generated deals, their people and their journal into an account. No webhook tells of them.</summary>
internal static class Generator
{
    public static GeneratedSummary Run(GeneratePlan plan, CrmAccount account)
    {
        var (firstLead, firstContact) = (account.World.Ids.Leads(plan.Deals), account.World.Ids.Contacts(plan.Deals));
        var story = new GeneratedStory(plan, account);
        var marks = new GeneratedMarks(plan, account);
        var contacts = new GeneratedContacts(plan, story, account, firstContact);
        var deals = new GeneratedDeals(story, marks, contacts, firstLead);
        account.Contacts.Add(contacts);
        account.Leads.Add(deals);
        var events = account.Events.Add(story, account, firstLead);

        var all = Enumerable.Range(0, plan.Deals).ToArray();
        return new GeneratedSummary(
            plan.Deals,
            all.Count(marks.Has),
            all.Count(contacts.Exists),
            events.Count,
            firstLead,
            firstContact
        );
    }
}
