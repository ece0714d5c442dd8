using System.Diagnostics;
using System.Text.RegularExpressions;
using AmoCrmQualification.Application.Ops;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

/// <summary>Counts every call that leaves for amoCRM, repeated ones too, by its route: no id, no query, no host.</summary>
internal sealed partial class AmoCallMetrics : DelegatingHandler
{
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
                { "route", Digits().Replace(request.RequestUri!.AbsolutePath, "/{id}") },
                { "status", status },
            };
            Telemetry.AmoCalls.Add(1, labels);
            Telemetry.AmoCallTime.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
        }
    }

    [GeneratedRegex("/[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();
}
