namespace AmoCrmQualification.Integration.Tests.Support;

/// <summary>What a person does with the stages of an account.</summary>
internal static class StageFlags
{
    public static Task SyncAsync(this TestAccount account) => account.PostAsync("/api/amocrm/sync-pipelines");

    /// <summary>Says whether leads in a stage count as qualified; answers how many leads that changed.</summary>
    public static async Task<long?> FlagAsync(this TestAccount account, long pipeline, long status, bool isQualified = true)
    {
        var pipelines = await account.GetAsync("/api/amocrm/pipelines");
        var stage = pipelines
            .GetProperty("pipelines")
            .EnumerateArray()
            .Single(p => p.Number("pipeline_id") == pipeline)
            .GetProperty("stages")
            .EnumerateArray()
            .Single(s => s.Number("status_id") == status);
        using var response = await account.Client.PatchAsJsonAsync(
            account.Url($"/api/amocrm/pipeline-stages/{stage.GetProperty("id").GetGuid()}"),
            new { is_qualified_stage = isQualified }
        );
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).Number("recalculated_leads");
    }
}
