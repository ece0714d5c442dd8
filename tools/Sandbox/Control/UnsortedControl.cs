namespace AmoCrmQualification.Sandbox.Control;

internal static class UnsortedControl
{
    internal sealed record Decision(long? StatusId = null, long? At = null);

    public static void MapUnsorted(this IEndpointRouteBuilder account, CrmWorld world)
    {
        account.MapGet("/unsorted", (long account) => world.Account(account).Unsorted.All);
        account.MapPost("/unsorted", (long account, NewForm form) => world.Account(account).Unsorted.Add(form));
        account.MapPost(
            "/unsorted/{uid}/accept",
            (long account, string uid, Decision? decision) =>
                world.Account(account).Unsorted.Accept(uid, decision?.StatusId, decision?.At)
        );
        account.MapPost(
            "/unsorted/{uid}/decline",
            (long account, string uid, Decision? decision) => world.Account(account).Unsorted.Decline(uid, decision?.At)
        );
    }
}
