using AmoCrmQualification.Application.AmoCrm;
using Polly;
using Polly.CircuitBreaker;
using Polly.Registry;
using Polly.Retry;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

/// <summary>
/// Retries within a total budget, from one second doubling or as amoCRM asks, and a circuit per account, so that a dead
/// amoCRM costs its own account's time only.
/// </summary>
internal sealed class AmoResilience : IDisposable
{
    private const int Retries = 3;
    private const int CallsThatTripTheCircuit = 40;
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan OpenCircuit = TimeSpan.FromSeconds(15);

    private static readonly ResiliencePropertyKey<bool> IsRepeatable = new("repeatable");

    private readonly ResiliencePipelineRegistry<AmoDomain> _pipelines = new();
    private readonly TimeProvider _clock;

    public AmoResilience(TimeProvider clock) => _clock = clock;

    /// <param name="isRepeatable">Doing it twice does no harm; else it is tried once.</param>
    public async Task<T> ExecuteAsync<T>(
        AmoDomain domain,
        bool isRepeatable,
        Func<CancellationToken, Task<T>> call,
        CancellationToken cancellationToken
    )
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(IsRepeatable, isRepeatable);
        try
        {
            return await _pipelines
                .GetOrAddPipeline(domain, Build)
                .ExecuteAsync(async attempt => await call(attempt.CancellationToken), context);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    public void Dispose() => _pipelines.Dispose();

    private void Build(ResiliencePipelineBuilder builder)
    {
        var later = new PredicateBuilder().Handle<AmoCallException>(e => e.MayBeRetried);
        builder.TimeProvider = _clock;
        builder
            .AddTimeout(Budget)
            .AddRetry(
                new RetryStrategyOptions
                {
                    MaxRetryAttempts = Retries,
                    BackoffType = DelayBackoffType.Exponential,
                    Delay = TimeSpan.FromSeconds(1),
                    UseJitter = true,
                    ShouldHandle = args =>
                        ValueTask.FromResult(
                            args.Context.Properties.GetValue(IsRepeatable, defaultValue: false)
                                && args.Outcome.Exception is AmoCallException { MayBeRetried: true, HostMayHaveMoved: false } e
                                && !(e.RetryAfter > LongestWait)
                        ),
                    DelayGenerator = args => ValueTask.FromResult((args.Outcome.Exception as AmoCallException)?.RetryAfter),
                }
            )
            .AddCircuitBreaker(
                new CircuitBreakerStrategyOptions
                {
                    FailureRatio = 0.9,
                    MinimumThroughput = CallsThatTripTheCircuit,
                    SamplingDuration = TimeSpan.FromMinutes(1),
                    BreakDuration = OpenCircuit,
                    ShouldHandle = later,
                }
            );
    }
}
