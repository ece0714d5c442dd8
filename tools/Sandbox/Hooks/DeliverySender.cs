using System.Diagnostics;
using System.Text;

namespace AmoCrmQualification.Sandbox.Hooks;

/// <summary>Carries one delivery to its end: delivered, given up, or cut off because the hook was disabled meanwhile.</summary>
internal sealed class DeliverySender(CrmAccount account, DeliveryLog log)
{
    /// <summary>Makes the first attempt; returns the wait before the next one, if there is to be one.</summary>
    public async Task<(CrmDelivery Delivery, TimeSpan? Wait)> AttemptAsync(CrmDelivery delivery)
    {
        if (account.Webhooks.Live(delivery.Destination) is not { } hook)
            return (log.Record(delivery, null, DeliveryState.GivenUp), null);

        var attempt = await PostAsync(delivery);
        if (RetryPlan.IsSuccess(attempt.Status))
            return (log.Record(delivery, attempt, DeliveryState.Delivered), null);

        account.Webhooks.CountBad(hook);
        var wait = RetryPlan.Next(delivery.Attempts.Count + 1, attempt.Status) / account.Switches.RetrySpeedUp;
        return (log.Record(delivery, attempt, wait is null ? DeliveryState.GivenUp : DeliveryState.Retrying), wait);
    }

    public async Task RetryAsync(CrmDelivery delivery, TimeSpan? wait)
    {
        while (wait is { } pause)
        {
            await Task.Delay(pause, account.World.Clock, account.World.Stopping);
            (delivery, wait) = await AttemptAsync(delivery);
        }
    }

    private async Task<DeliveryAttempt> PostAsync(CrmDelivery delivery)
    {
        var requestId =
            account.Switches.SameRequestIdOnRetry && delivery.Attempts is [var first, ..]
                ? first.RequestId
                : Guid.NewGuid().ToString();
        using var request = new HttpRequestMessage(HttpMethod.Post, delivery.Destination);
        request.Content = new StringContent(delivery.Body, Encoding.UTF8);
        request.Content.Headers.ContentType = new("application/x-www-form-urlencoded");
        request.Headers.TryAddWithoutValidation("User-Agent", "amoCRM-Webhooks/3.0");
        request.Headers.TryAddWithoutValidation("X-Amocrm-Requestid", requestId);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip");

        var at = account.World.Clock.GetUtcNow();
        var started = Stopwatch.GetTimestamp();
        var status = await StatusOfAsync(request);
        return new DeliveryAttempt(at, status, (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds, requestId);
    }

    private async Task<int> StatusOfAsync(HttpRequestMessage request)
    {
        // The receiver's patience is real time even when a test drives the clock.
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(account.World.Stopping);
        timeout.CancelAfter(account.Switches.AckTimeoutMs);
        try
        {
            using var response = await account.World.Http.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                timeout.Token
            );
            return (int)response.StatusCode;
        }
        catch (OperationCanceledException) when (!account.World.Stopping.IsCancellationRequested)
        {
            return 499; // amoCRM closed the connection itself
        }
        catch (HttpRequestException)
        {
            return 0;
        }
    }
}
