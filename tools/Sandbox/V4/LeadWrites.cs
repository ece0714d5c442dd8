using System.Text.Json.Nodes;

namespace AmoCrmQualification.Sandbox.V4;

/// <summary>Deals made and changed by programs. A batch is checked whole before any of it is saved.</summary>
internal static class LeadWrites
{
    private const int BatchLimit = 250;
    private const int ComplexLimit = 50;

    public static async Task<IResult> CreateAsync(HttpContext http)
    {
        var account = http.Account();
        var items = await Body.ArrayAsync(http, BatchLimit);
        var plans = items.Select((item, i) => LeadInput.New(item, account, item.RequestId(i))).ToArray();
        return Answer(http, plans.Select((plan, i) => (account.Leads.Create(plan), items[i].RequestId(i))), updated: false);
    }

    /// <summary>A deal with its contact in one call. The answer is a bare list and its request_id a list too.</summary>
    public static async Task<IResult> CreateComplexAsync(HttpContext http)
    {
        var account = http.Account();
        var items = await Body.ArrayAsync(http, ComplexLimit);
        var plans = items
            .Select(
                (item, i) =>
                    (
                        Lead: LeadInput.New(item, account, item.RequestId(i), withContacts: false),
                        Contact: item.Embedded("contacts").FirstOrDefault(),
                        RequestId: item.RequestId(i)
                    )
            )
            .ToArray();

        return Reply.Json(
            new JsonArray([
                .. plans.Select(plan =>
                {
                    var contactId = plan.Contact is null ? (long?)null : ContactOf(plan.Contact, account);
                    var lead = account.Leads.Create(plan.Lead with { ContactIds = contactId is { } id ? [id] : [] });
                    return (JsonNode)
                        new JsonObject
                        {
                            ["id"] = lead.Id,
                            ["contact_id"] = contactId,
                            ["company_id"] = null,
                            ["request_id"] = new JsonArray(plan.RequestId),
                            ["merged"] = false,
                        };
                }),
            ])
        );
    }

    public static async Task<IResult> ChangeAsync(HttpContext http)
    {
        var account = http.Account();
        var items = await Body.ArrayAsync(http, BatchLimit);
        var changes = items
            .Select(
                (item, i) => (Id: Existing(account, item.Long("id"), item.RequestId(i)), Item: item, RequestId: item.RequestId(i))
            )
            .ToArray();
        foreach (var (id, item, requestId) in changes)
            LeadInput.Check(item, account.Leads.Get(id), account, requestId);

        return Answer(http, changes.Select(c => (Save(account, c.Id, c.Item), c.RequestId)), updated: true);
    }

    public static async Task<IResult> ChangeOneAsync(HttpContext http, long id)
    {
        var account = http.Account();
        var item = await Body.ObjectAsync(http);
        LeadInput.Check(item, account.Leads.Get(Existing(account, id, "0")), account, "0");
        var lead = Save(account, id, item);
        return Reply.Json(
            new JsonObject
            {
                ["id"] = lead.Id,
                ["updated_at"] = lead.UpdatedAt,
                ["_links"] = Reply.Self(http),
            }
        );
    }

    private static long ContactOf(JsonObject contact, CrmAccount account) =>
        contact.Long("id") ?? account.Contacts.Create(ContactInput.New(contact, account)).Id;

    private static CrmLead Save(CrmAccount account, long id, JsonObject item) =>
        account.Leads.Change(
            id,
            lead => LeadInput.Applied(item, lead, account),
            item.Long("updated_at"),
            item.Long("updated_by") ?? 0
        );

    private static long Existing(CrmAccount account, long? id, string requestId) =>
        id is { } key && account.Leads.Find(key) is { IsDeleted: false }
            ? key
            : throw CrmProblem.Invalid(requestId, "NotSupportedChoice", "id", "Element not found");

    private static IResult Answer(HttpContext http, IEnumerable<(CrmLead Lead, string RequestId)> saved, bool updated)
    {
        var rows = saved.Select(s =>
        {
            var row = new JsonObject { ["id"] = s.Lead.Id };
            if (updated)
                row["updated_at"] = s.Lead.UpdatedAt;
            row["request_id"] = s.RequestId;
            row["_links"] = Reply.Link($"{Reply.Address(http)}/api/v4/leads/{s.Lead.Id}");
            return (JsonNode)row;
        });
        return Reply.Json(
            new JsonObject
            {
                ["_links"] = Reply.Self(http),
                ["_embedded"] = new JsonObject { ["leads"] = new JsonArray([.. rows]) },
            }
        );
    }
}
