using AmoCrmQualification.Sandbox.Faults;

namespace AmoCrmQualification.Sandbox.Control;

internal static class FaultControl
{
    public static void MapFaults(this IEndpointRouteBuilder control, SandboxServer server, FaultBook faults)
    {
        control.MapGet(
            "/faults",
            () =>
                faults.All.Select(f => new
                {
                    f.Id,
                    f.Rule,
                    f.Hits,
                })
        );
        control.MapPost("/faults", (FaultRule rule) => new { id = server.Fail(rule) });
        control.MapDelete("/faults", () => server.ClearFaults());
        control.MapDelete("/faults/{id:int}", (int id) => server.ClearFaults(id));
    }
}
