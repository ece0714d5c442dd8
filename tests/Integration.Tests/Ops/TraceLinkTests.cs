using System.Collections.Concurrent;
using System.Diagnostics;
using AmoCrmQualification.Application.Common;
using AmoCrmQualification.Integration.Tests.Sales;

namespace AmoCrmQualification.Integration.Tests.Ops;

/// <summary>Work that follows other work, in queues and later, links to it.</summary>
internal sealed class TraceLinkTests : DealTest
{
    private readonly ConcurrentQueue<Activity> _ended = new();

    [Test]
    public async Task A_sale_links_to_the_batch_that_asked_for_it_and_the_batch_to_the_request_that_brought_the_webhook()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is Telemetry.Name or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        var account = await SellerAsync();
        var deal = OpenDeal(account);
        await account.LinkedLeadAsync(deal.Id);

        await WinAsync(account, deal, price: 40);
        await account.SaleAsync();

        await TestAccount.UntilAsync(() => Task.FromResult(IsFollowed()), () => "no sale leads back to a request");
    }

    private bool IsFollowed() =>
        Get("close deals")
            .SelectMany(Causes("process deliveries"))
            .SelectMany(Causes("Microsoft.AspNetCore.Hosting.HttpRequestIn"))
            .Any();

    private IEnumerable<Activity> Get(string name) => _ended.Where(a => a.OperationName == name);

    private Func<Activity, IEnumerable<Activity>> Causes(string name) =>
        work => Get(name).Where(cause => work.Links.Any(link => link.Context.SpanId == cause.SpanId));
}
