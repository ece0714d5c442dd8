using AmoCrmQualification.Sandbox.V4;

namespace AmoCrmQualification.Sandbox.Control;

/// <summary>The control API refuses in the same shape as the simulated one.</summary>
internal static class ControlErrors
{
    public static async Task PassAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (CrmProblem problem)
        {
            await problem.WriteAsync(http);
        }
        catch (BadHttpRequestException bad)
        {
            await CrmProblem.BadRequest(bad.Message).WriteAsync(http);
        }
    }
}
