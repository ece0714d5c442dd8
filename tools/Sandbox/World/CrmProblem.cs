using System.Text.Json.Nodes;

namespace AmoCrmQualification.Sandbox.World;

/// <summary>amoCRM says no. The API answers it as problem+json, in the shape amoCRM uses.</summary>
public sealed class CrmProblem(int status, string title, string detail, string? type = null) : Exception(detail)
{
    public int Status { get; } = status;

    internal JsonObject? Extra { get; init; }

    internal JsonObject Body()
    {
        var body = new JsonObject
        {
            ["title"] = title,
            ["type"] = type ?? $"https://httpstatus.es/{Status}",
            ["status"] = Status,
            ["detail"] = Message,
        };
        foreach (var (key, value) in Extra ?? [])
            body.Insert(0, key, value?.DeepClone());
        return body;
    }

    internal static CrmProblem BadRequest(string detail) => new(400, "Bad Request", detail);

    internal static CrmProblem NotFound(string detail) => new(404, "Not Found", detail);

    internal static CrmProblem Unprocessable(string detail) => new(422, "Unprocessable Entity", detail);

    internal static CrmProblem Unauthorized() => new(401, "Unauthorized", "Неверный логин или пароль");

    /// <summary>One refused element of a batch; nothing of the batch is saved.</summary>
    internal static CrmProblem Invalid(string requestId, string code, string path, string detail)
    {
        var error = new JsonObject
        {
            ["code"] = code,
            ["path"] = path,
            ["detail"] = detail,
        };
        var element = new JsonObject { ["request_id"] = requestId, ["errors"] = new JsonArray(error) };
        return new CrmProblem(400, "Bad Request", "Request validation failed")
        {
            Extra = new JsonObject { ["validation-errors"] = new JsonArray(element) },
        };
    }
}
