using AmoCrmQualification.Api.Configuration;
using AmoCrmQualification.Application.Alerts;
using AmoCrmQualification.Application.Connections;
using AmoCrmQualification.Application.Data;
using AmoCrmQualification.Application.Digests;
using AmoCrmQualification.Application.Ops;
using AmoCrmQualification.Application.Rollups;
using AmoCrmQualification.Application.Runs;
using Quartz;

namespace AmoCrmQualification.Api.Schedules;

/// <summary>Scheduled work: one trigger a kind, however many accounts there are. Times are UTC.</summary>
internal static class Schedule
{
    public static IReadOnlyList<ScheduledWork> From(ServiceSettings settings) =>
        [
            new(
                "pipeline-sync",
                Cron(settings.Schedules.PipelineSync),
                untilNext => new PlanRunsCommand(RunKind.Pipelines, untilNext)
            ),
            new(
                "reconciliation",
                Cron(settings.Schedules.Reconciliation),
                untilNext => new PlanRunsCommand(RunKind.Reconciliation, untilNext)
            ),
            new("webhook-check", Cron(settings.Schedules.WebhookCheck), untilNext => new EnqueueWebhookChecksCommand(untilNext)),
            new("silence", Cron("0 7/15 * * * ?"), _ => new DetectWebhookOutagesCommand()),
            new("messages", Cron("0 * * * * ?"), _ => new PlanMessagesCommand()),
            new("rollups", Cron("0 10 4 * * ?"), _ => new VerifyRollupsCommand()),
            new("retention", Cron("0 40 3 * * ?"), _ => new PurgeExpiredCommand(settings.Retention.RawDeliveriesDays)),
        ];

    private static CronExpression Cron(string text) => CronExpression.Parse(text).WithTimeZone(TimeZoneInfo.Utc);
}

/// <summary>Something to do at times, given how long it is until the next.</summary>
internal sealed record ScheduledWork(string Name, CronExpression Cron, Func<TimeSpan, IRequest> Request);
