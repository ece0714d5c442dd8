using AmoCrmQualification.Domain.Ledger;
using static AmoCrmQualification.Domain.Tests.Ledger.Given;

namespace AmoCrmQualification.Domain.Tests.Ledger;

internal sealed class ObservationTests
{
    [Test]
    public void That_amoCRMs_journal_has_it_stays_known_whoever_told_it_first()
    {
        var hook = Seen(Talk, 20, received: 21);
        var journal = Seen(Talk, 20, received: 90, source: ReportSource.EventsApi) with { SeenInEvents = true };

        Assert.That(Observation.Merge(hook, journal).SeenInEvents);
        Assert.That(Observation.Merge(journal, hook).SeenInEvents);
        Assert.That(Observation.Merge(hook, hook).SeenInEvents, Is.False);
    }
}
