using AmoCrmQualification.Api.Http.Auth;
using Quartz;

namespace AmoCrmQualification.Api.Schedules;

/// <summary>A firing: sends what the schedule says under the job's name.</summary>
[DisallowConcurrentExecution]
internal sealed class ScheduledJob(IServiceScopeFactory scopes, IReadOnlyList<ScheduledWork> schedule) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        // A later version may have forgotten what an earlier one stored.
        if (schedule.FirstOrDefault(work => work.Name == context.JobDetail.Key.Name) is not { } due)
            return;
        var untilNext = context.NextFireTimeUtc is { } next ? next - context.FireTimeUtc : TimeSpan.Zero;
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCaller>().ActAsService();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(due.Request(untilNext), cancellationToken);
    }
}
