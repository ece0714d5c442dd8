using AmoCrmQualification.Sandbox.Control;

namespace AmoCrmQualification.Sandbox.Demo;

/// <summary>Birth of a deal of the demo: by our form, or by somebody else's with marks and at times a late contact.</summary>
internal static class DemoBirth
{
    private const int LateOneOf = 7;
    private const long LateBy = 600;

    private static readonly string[] Sources = ["Форма на сайте", "WhatsApp", "Телефония"];

    public static IEnumerable<DealControl.StoryStep> Tell(DemoDeal deal)
    {
        var late = deal.IsElsewhere && deal.Number % LateOneOf == 0;
        var contact = new NewContact
        {
            Id = deal.ContactId,
            Name = deal.Name,
            Phones = [deal.Phone],
            At = late ? deal.CreatedAt + LateBy : deal.CreatedAt,
        };
        var lead = deal.IsElsewhere ? Elsewhere(deal) : Ours(deal);
        if (!late)
            yield return new(Contact: contact);
        yield return new(Lead: lead with { ContactIds = late ? [] : [deal.ContactId] });
        if (late)
            yield return new(Verb: "contact", LeadId: deal.LeadId, Change: new(Contact: contact));
    }

    private static NewLead Ours(DemoDeal deal) =>
        Common(deal) with
        {
            Tags = [$"utm_source:{DemoCast.Creatives[deal.Creative].Source}"],
        };

    private static NewLead Elsewhere(DemoDeal deal) =>
        Common(deal) with
        {
            Tags = ["сайт"],
            Source = Sources[deal.Number % Sources.Length],
            Marks = DemoMarks.For(deal),
            ResponsibleUserId = DemoAccount.Managers[deal.Number % DemoAccount.Managers.Count].Id,
        };

    private static NewLead Common(DemoDeal deal) =>
        new()
        {
            Id = deal.LeadId,
            Name = $"{DemoCast.Directions[DemoCast.Creatives[deal.Creative].Direction]}: {deal.Name}",
            PipelineId = deal.PipelineId,
            At = deal.CreatedAt,
        };
}
