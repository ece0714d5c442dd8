using System.Text.Json.Nodes;

namespace AmoCrmQualification.Sandbox.V4;

/// <summary>Reads a deal from a request body; only the keys that are present count.</summary>
internal static class LeadInput
{
    private const string BadChoice = "The value you selected is not a valid choice.";

    public static NewLead New(JsonObject item, CrmAccount account, string requestId, bool withContacts = true)
    {
        var pipelineId = item.Long("pipeline_id") ?? account.Pipelines.Main.Id;
        CheckName(account, item.Text("name"), requestId);
        CheckStage(account, pipelineId, item.Long("status_id"), requestId);
        var contacts = withContacts ? ContactIds(item, account, requestId) : [];
        var fields = DealFieldInput.Read(item, account, requestId);
        DealFieldInput.RefuseTracking(fields, item, account, requestId);
        return new NewLead
        {
            Name = item.Text("name"),
            Price = item.Number("price") ?? 0,
            PipelineId = pipelineId,
            StatusId = item.Long("status_id"),
            LossReasonId = item.Long("loss_reason_id"),
            ResponsibleUserId = item.Long("responsible_user_id"),
            Tags = [.. Tags(item["_embedded"]?["tags"]), .. Tags(item["tags_to_add"])],
            ContactIds = contacts,
            Fields = DealFieldInput.Merge([], fields),
            At = item.Long("created_at"),
            By = item.Long("created_by") ?? 0,
        };
    }

    public static void Check(JsonObject item, CrmLead lead, CrmAccount account, string requestId)
    {
        _ = DealFieldInput.Read(item, account, requestId);
        var pipelineId = item.Long("pipeline_id") ?? lead.PipelineId;
        var statusId = item.Long("status_id") ?? lead.StatusId;
        if (item.ContainsKey("status_id") || item.ContainsKey("pipeline_id"))
            CheckStage(account, pipelineId, statusId, requestId);
        if (item.Long("loss_reason_id") is null || statusId == CrmStage.Lost)
            return;

        throw new CrmProblem(400, "Bad Request", "Invalid request body")
        {
            Extra = new() { ["errors"] = new JsonObject { [$"{lead.Id}"] = "Loss reason can be specified only for lost lead" } },
        };
    }

    public static CrmLead Applied(JsonObject item, CrmLead lead, CrmAccount account)
    {
        var tags = item["_embedded"]?["tags"] is { } replaced ? Tags(replaced) : lead.Tags.Select(t => t.Name);
        var removed = Tags(item["tags_to_delete"]).ToHashSet();
        return lead with
        {
            Name = item.Text("name") ?? lead.Name,
            Price = item.Number("price") ?? lead.Price,
            PipelineId = item.Long("pipeline_id") ?? lead.PipelineId,
            StatusId = item.Long("status_id") ?? StatusAfter(lead, account),
            LossReasonId = item.Long("loss_reason_id") ?? lead.LossReasonId,
            ResponsibleUserId = item.Long("responsible_user_id") ?? lead.ResponsibleUserId,
            Tags = [.. tags.Union(Tags(item["tags_to_add"])).Where(t => !removed.Contains(t)).Select(account.Leads.Tag)],
            Fields = FieldsAfter(item, lead, account),
        };
    }

    private static IReadOnlyList<CrmField> FieldsAfter(JsonObject item, CrmLead lead, CrmAccount account)
    {
        var kept = account.Switches.TrackingKept
            ? lead.Fields.Where(f => f.Type == CrmDealField.Tracking).Select(f => f.Id).ToHashSet()
            : [];
        var sent = DealFieldInput.Read(item, account, requestId: "0").Where(f => !kept.Contains(f.Id));
        return DealFieldInput.Merge(lead.Fields, [.. sent]);
    }

    // Any change by a program takes a deal out of the incoming stage.
    private static long StatusAfter(CrmLead lead, CrmAccount account)
    {
        var pipeline = account.Pipelines.Get(lead.PipelineId);
        return lead.StatusId == pipeline.Unsorted.Id ? pipeline.First.Id : lead.StatusId;
    }

    private static IReadOnlyList<long> ContactIds(JsonObject item, CrmAccount account, string requestId)
    {
        var ids = item.Embedded("contacts")
            .OrderByDescending(c => c["is_main"]?.ToString() == "true")
            .Select(c => c.Long("id") ?? 0)
            .ToArray();
        return Array.TrueForAll(ids, id => account.Contacts.Find(id) is not null)
            ? ids
            : throw CrmProblem.Invalid(requestId, "NotSupportedChoice", "_embedded.contacts.0.id", BadChoice);
    }

    private static void CheckName(CrmAccount account, string? name, string requestId)
    {
        if (name is null || name != account.Switches.ForbiddenName)
            return;
        throw account.Switches.RefusalsNamed
            ? CrmProblem.Invalid(requestId, "NotSupportedChoice", "name", BadChoice)
            : CrmProblem.BadRequest("Invalid request body");
    }

    // A program cannot put a deal into the incoming stage.
    private static void CheckStage(CrmAccount account, long pipelineId, long? statusId, string requestId)
    {
        if (account.Pipelines.Find(pipelineId) is not { } pipeline)
            throw CrmProblem.Invalid(requestId, "NotSupportedChoice", "pipeline_id", BadChoice);
        if (statusId is { } id && !pipeline.Stages.Any(s => s.Id == id && s.Type != 1))
            throw CrmProblem.Invalid(requestId, "NotSupportedChoice", "status_id", BadChoice);
    }

    private static IEnumerable<string> Tags(JsonNode? tags) =>
        (tags as JsonArray ?? []).OfType<JsonObject>().Select(t => t.Text("name")).OfType<string>();
}
