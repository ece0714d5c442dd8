using AmoCrmQualification.Sandbox.Faults;
using AmoCrmQualification.Sandbox.OAuth;

namespace AmoCrmQualification.Sandbox.Control;

/// <summary>Routes for actions of a person inside amoCRM and for faults, for programs other than tests.</summary>
internal static class ControlRoutes
{
    public static void MapControl(
        this IEndpointRouteBuilder routes,
        SandboxServer server,
        CrmWorld world,
        FaultBook faults,
        RequestLog log,
        OAuthServer oauth
    )
    {
        var control = routes.MapGroup("/sandbox");
        control.MapAccounts(server, world, log);
        control.MapFaults(server, faults);
        control.MapTokens(server, world, oauth);

        var account = control.MapGroup("/accounts/{account:long}");
        account.MapDeals(world);
        account.MapUnsorted(world);
        account.MapStages(world);
        account.MapHooks(world);
    }
}
