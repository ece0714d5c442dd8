namespace AmoCrmQualification.Sandbox.Control;

internal static class StageControl
{
    internal sealed record StageChange(string? Name, string? Color, int? Sort);

    internal sealed record PipelineChange(string? Name, bool? IsArchive);

    internal sealed record LossReasonBody(string Name, long? Id);

    internal sealed record UserBody(string Name, long? Id);

    public static void MapStages(this IEndpointRouteBuilder account, CrmWorld world)
    {
        account.MapPost("/pipelines", (long account, NewPipeline plan) => world.Account(account).Pipelines.Add(plan));
        account.MapPatch(
            "/pipelines/{id:long}",
            (long account, long id, PipelineChange change) =>
            {
                var pipelines = world.Account(account).Pipelines;
                if (change.Name is { } name)
                    pipelines.Rename(id, name);
                if (change.IsArchive is true)
                    pipelines.Archive(id);
                return pipelines.Get(id);
            }
        );
        account.MapDelete("/pipelines/{id:long}", (long account, long id) => world.Account(account).Pipelines.Remove(id));

        account.MapPost(
            "/pipelines/{id:long}/stages",
            (long account, long id, NewStage plan) => world.Account(account).Pipelines.AddStage(id, plan)
        );
        account.MapPatch(
            "/pipelines/{id:long}/stages/{status:long}",
            (long account, long id, long status, StageChange change) =>
                world.Account(account).Pipelines.ChangeStage(id, status, change.Name, change.Color, change.Sort)
        );
        account.MapDelete(
            "/pipelines/{id:long}/stages/{status:long}",
            (long account, long id, long status) => world.Account(account).Pipelines.RemoveStage(id, status)
        );

        account.MapGet("/users", (long account) => world.Account(account).Users.All);
        account.MapPost("/users", (long account, UserBody body) => world.Account(account).Users.Add(body.Name, body.Id));
        account.MapGet("/deal-fields", (long account) => world.Account(account).DealFields.All);
        account.MapPost("/deal-fields", (long account, NewDealField plan) => world.Account(account).DealFields.Add(plan));
        account.MapPost(
            "/loss-reasons",
            (long account, LossReasonBody body) => world.Account(account).LossReasons.Add(body.Name, body.Id)
        );
    }
}
