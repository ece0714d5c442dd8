using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace AmoCrmQualification.Application.Common;

/// <summary>
/// Meters and activities of the service, by .NET's own types; they cost next to nothing without a listener.
/// No label has an account, a phone or a token in it.
/// </summary>
public static class Telemetry
{
    public const string Name = "AmoCrmQualification";

    public static readonly ActivitySource Traces = new(Name);

    private static readonly Meter Meter = new(Name);

    /// <summary>By <c>state</c>: processed, unmatched, failed (it will be tried again), dead.</summary>
    public static readonly Counter<long> Deliveries = Meter.CreateCounter<long>("qualification.deliveries", "{delivery}");

    /// <summary>Those that amoCRM was refused, by <c>status</c> of the answer.</summary>
    public static readonly Counter<long> DeliveriesRefused = Meter.CreateCounter<long>(
        "qualification.deliveries.refused",
        "{delivery}"
    );

    /// <summary>Messages of digests, by <c>channel</c> and <c>state</c>: sent, failed (given up).</summary>
    public static readonly Counter<long> Messages = Meter.CreateCounter<long>("qualification.messages", "{message}");

    public static readonly Histogram<double> ProcessingTime = Seconds(
        "qualification.processing.duration",
        "One batch, with its commit."
    );

    public static readonly Histogram<double> DeliveryLag = Seconds(
        "qualification.delivery.lag",
        "From the arrival of a delivery to its effect."
    );

    /// <summary>By <c>method</c>, <c>route</c> and <c>status</c> (0: no answer).</summary>
    public static readonly Counter<long> AmoCalls = Meter.CreateCounter<long>("qualification.amocrm.calls", "{call}");

    public static readonly Histogram<double> AmoCallTime = Seconds(
        "qualification.amocrm.call.duration",
        "One call, without the wait for its permit."
    );

    public static readonly Histogram<double> AmoRateLimitWait = Seconds(
        "qualification.amocrm.pace.wait",
        "The wait for a permit to call amoCRM."
    );

    /// <summary>By <c>result</c>: refreshed, refused, failed.</summary>
    public static readonly Counter<long> TokenRefreshes = Meter.CreateCounter<long>(
        "qualification.amocrm.token.refreshes",
        "{refresh}"
    );

    public static readonly Gauge<long> InboxDepth = Meter.CreateGauge<long>("qualification.inbox.depth", "{delivery}");
    public static readonly Gauge<double> InboxOldestPending = Meter.CreateGauge<double>(
        "qualification.inbox.oldest_pending",
        "s"
    );
    public static readonly Gauge<long> InboxDead = Meter.CreateGauge<long>("qualification.inbox.dead", "{delivery}");
    public static readonly Gauge<long> OutboxDepth = Meter.CreateGauge<long>("qualification.outbox.depth", "{item}");
    public static readonly Gauge<double> OutboxOldestDue = Meter.CreateGauge<double>("qualification.outbox.oldest_due", "s");
    public static readonly Gauge<double> MessagesOldestPending = Meter.CreateGauge<double>(
        "qualification.messages.oldest_pending",
        "s"
    );
    public static readonly Gauge<long> RollupsDiffering = Meter.CreateGauge<long>("qualification.rollups.differing", "{account}");
    public static readonly Gauge<long> TokensExpiring = Meter.CreateGauge<long>(
        "qualification.amocrm.tokens.expiring",
        "{account}"
    );
    public static readonly Gauge<long> ReauthorizationsRequired = Meter.CreateGauge<long>(
        "qualification.amocrm.reauthorizations.required",
        "{account}"
    );
    public static readonly Gauge<long> HooksBroken = Meter.CreateGauge<long>("qualification.amocrm.hooks.broken", "{account}");

    /// <summary>Accounts of which the last run of a kind failed for good.</summary>
    public static readonly Gauge<long> RunsFailed = Meter.CreateGauge<long>("qualification.runs.failed", "{account}");

    public static readonly Gauge<long> SilentAccounts = Meter.CreateGauge<long>("qualification.accounts.silent", "{account}");

    /// <summary>Percent of yesterday's stage changes (UTC) that webhooks reported first, over all accounts.</summary>
    public static readonly Gauge<double> Completeness = Meter.CreateGauge<double>("qualification.completeness", "%");

    /// <summary>Trace id of the current work for the work it causes; null without a listener.</summary>
    public static string? TraceParent => Activity.Current is { Recorded: true } current ? current.Id : null;

    /// <summary>Begins work that was caused by others, which may be many and long over.</summary>
    public static Activity? Follow(string name, IEnumerable<string?> causes)
    {
        if (!Traces.HasListeners())
            return null;
        var links = causes
            .Distinct(StringComparer.Ordinal)
            .Select(cause =>
                ActivityContext.TryParse(cause, traceState: null, isRemote: true, out var context) ? context : default
            )
            .Where(context => context != default)
            .Select(context => new ActivityLink(context));
        return Traces.StartActivity(name, ActivityKind.Consumer, parentContext: default, links: links);
    }

    private static Histogram<double> Seconds(string name, string description) =>
        Meter.CreateHistogram(
            name,
            "s",
            description,
            advice: new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300],
            }
        );
}
