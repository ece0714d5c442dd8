namespace AmoCrmQualification.Api.Webhooks;

/// <summary>Counts the deliveries that amoCRM was refused, for the alarm that goes by it.</summary>
internal static class RefusedDeliveries
{
    // Told from the start: an alarm cannot see a counter grow that was not there.
    private static readonly int[] Usual =
    [
        StatusCodes.Status400BadRequest,
        StatusCodes.Status401Unauthorized,
        StatusCodes.Status413PayloadTooLarge,
        StatusCodes.Status500InternalServerError,
        StatusCodes.Status503ServiceUnavailable,
    ];

    /// <summary>Runs around the exception handler.</summary>
    public static async Task CountAsync(HttpContext http, RequestDelegate next)
    {
        await next(http);
        if (http.Response.StatusCode >= StatusCodes.Status400BadRequest && WebhookEndpoint.IsDelivery(http.Request))
            Count(http.Response.StatusCode, 1);
    }

    public static void Announce()
    {
        foreach (var status in Usual)
            Count(status, 0);
    }

    private static void Count(int status, int deliveries) =>
        Telemetry.DeliveriesRefused.Add(deliveries, new KeyValuePair<string, object?>("status", status));
}
