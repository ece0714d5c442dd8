using System.Text.Json.Nodes;

namespace AmoCrmQualification.Sandbox.V4;

internal static class Reply
{
    public static IResult Json(JsonNode body, int status = 200, string contentType = "application/hal+json") =>
        Results.Text(body.ToJsonString(), contentType, statusCode: status);

    /// <summary>Without this a handler of (HttpContext) → Task is taken for a RequestDelegate and its result is lost.</summary>
    public static Delegate From(Func<HttpContext, Task<IResult>> handler) => handler;

    public static Task WriteAsync(this CrmProblem problem, HttpContext http)
    {
        http.Response.StatusCode = problem.Status;
        http.Response.ContentType = "application/problem+json";
        return http.Response.WriteAsync(problem.Body().ToJsonString(), http.RequestAborted);
    }

    public static JsonObject Self(HttpContext http) => Link(Address(http) + http.Request.Path + http.Request.QueryString);

    /// <summary>Links lead back to the address that was called, as amoCRM's lead to the account's own host.</summary>
    public static string Address(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}";

    public static JsonObject Link(string href) => new() { ["self"] = new JsonObject { ["href"] = href } };

    public static CrmAccount Account(this HttpContext http) => (CrmAccount)http.Items[typeof(CrmAccount)]!;
}
