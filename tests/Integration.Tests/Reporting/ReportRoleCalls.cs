using Npgsql;

namespace AmoCrmQualification.Integration.Tests.Reporting;

/// <summary>Calls about the role of a BI tool, and what it reads.</summary>
internal static class ReportRoleCalls
{
    public static async Task<JsonElement> IssueRoleAsync(this Service service, TestAccount account)
    {
        using var admin = service.Client(Service.AdminKey);
        using var answer = await admin.PostAsync($"/api/user-accounts/{account.Id}/report-role", content: null);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created), text);
        return JsonElement.Parse(text);
    }

    public static async Task<HttpResponseMessage> DropRoleAsync(this Service service, TestAccount account)
    {
        using var admin = service.Client(Service.AdminKey);
        return await admin.DeleteAsync($"/api/user-accounts/{account.Id}/report-role");
    }

    public static async Task<T> ReadAsync<T>(this JsonElement role, string sql)
    {
        var settings = new NpgsqlConnectionStringBuilder(role.Text("connection_string")!) { Pooling = false };
        await using var source = NpgsqlDataSource.Create(settings);
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
