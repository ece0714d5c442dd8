using AmoCrmQualification.Application.Leads;
using AmoCrmQualification.Application.Matching;

namespace AmoCrmQualification.Application.Inbox;

/// <summary>Outcomes of the events of a batch, given out delivery by delivery in the order of its events.</summary>
/// <param name="deals">Of each event that reports a deal.</param>
/// <param name="contacts">Of each event that reports a contact.</param>
/// <param name="forgotten">Other events that show an erased person.</param>
internal sealed class EventOutcomes(
    IEnumerable<ReportOutcome> deals,
    IEnumerable<ContactEffect> contacts,
    IReadOnlySet<ParsedEvent> forgotten
)
{
    private readonly Queue<ReportOutcome> _deals = new(deals);
    private readonly Queue<ContactEffect> _contacts = new(contacts);

    public DeliveryOutcome Next(Guid delivery, ParsedDelivery told)
    {
        var events = new List<DeliveryEvent>(told.Events.Count);
        var keepsBody = true;
        foreach (var parsed in told.Events)
        {
            var deal = parsed.Report is null ? null : _deals.Dequeue();
            keepsBody &= !(deal?.IsForgotten ?? forgotten.Contains(parsed));
            events.Add(
                new(parsed.Entity, parsed.Id, parsed.Event, EffectOf(parsed, deal), parsed.Reason)
                {
                    Deals = parsed.LinkedDeals.Count == 0 ? null : [.. parsed.LinkedDeals.Select(linked => linked.Value)],
                }
            );
        }

        var isUnmatched = events.Exists(e => e.Effect == "unmatched");
        return new(delivery, isUnmatched ? DeliveryState.Unmatched : DeliveryState.Processed, events, told.Problem, keepsBody);
    }

    private string EffectOf(ParsedEvent parsed, ReportOutcome? deal) =>
        deal is not null ? NameOf(deal.Effect)
        : parsed.ContactReport is not null ? NameOf(_contacts.Dequeue())
        : parsed.Reason is not null ? "set_aside"
        : "ignored";

    private static string NameOf(ReportEffect effect) =>
        effect switch
        {
            ReportEffect.Applied => "applied",
            ReportEffect.Unchanged => "unchanged",
            ReportEffect.Repeated => "repeated",
            ReportEffect.Unmatched => "unmatched",
        };

    private static string NameOf(ContactEffect effect) =>
        effect switch
        {
            ContactEffect.Asked => "applied",
            ContactEffect.Unchanged => "unchanged",
            ContactEffect.Unknown => "ignored",
        };
}
