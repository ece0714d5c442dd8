using System.Diagnostics;
using Refit;

namespace AmoCrmQualification.Infrastructure.AmoCrm.Handlers;

/// <summary>Counts every request that leaves for amoCRM, repeated ones too, by its route: no id, no query, no host.</summary>
internal sealed class CallMetricsHandler : DelegatingHandler
{
    private static readonly HttpRequestOptionsKey<string> Route = new(HttpRequestMessageOptions.RelativePathTemplate);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var status = 0;
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            status = (int)response.StatusCode;
            return response;
        }
        finally
        {
            var labels = new TagList
            {
                { "method", request.Method.Method },
                { "route", request.Options.TryGetValue(Route, out var route) ? route.Split('?')[0] : "" },
                { "status", status },
            };
            Telemetry.AmoCalls.Add(1, labels);
            Telemetry.AmoCallTime.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
        }
    }
}
