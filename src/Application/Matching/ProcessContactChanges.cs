using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Application.Outbox;

namespace AmoCrmQualification.Application.Matching;

/// <summary>Contacts that webhooks report as new or changed. Answers one effect a report, in their order.</summary>
public sealed record ProcessContactChangesCommand(IReadOnlyList<ContactReport> Reports) : IRequest<IReadOnlyList<ContactEffect>>;

/// <summary>
/// A report is a hint alone: it does not tell which contact of a deal is the main one, and an older one may come last. Where
/// it differs from what is known amoCRM is asked, so what counts is how the contact is then, whatever order reports come in.
/// </summary>
internal sealed class ProcessContactChangesHandler(
    IAppDbContext db,
    IOutbox outbox,
    IUnmatchedDeals unmatched,
    ContactReader reader
) : IRequestHandler<ProcessContactChangesCommand, IReadOnlyList<ContactEffect>>
{
    public async Task<IReadOnlyList<ContactEffect>> Handle(
        ProcessContactChangesCommand command,
        CancellationToken cancellationToken
    )
    {
        var effects = new Dictionary<ContactReport, ContactEffect>(ReferenceEqualityComparer.Instance);
        foreach (var reports in command.Reports.GroupBy(report => report.Account))
        {
            var linked = reports.SelectMany(r => r.Card.Deals.Select(deal => (deal, r.Card.Id))).Distinct().ToList();
            if (linked.Count == 0)
                continue;
            var account = await db.AccountAsync(reports.Key, cancellationToken);
            var known = (await unmatched.ContactsAsync(account.Id, linked, cancellationToken)).ToLookup(c => c.Contact);
            var asked = new HashSet<DealId>();
            foreach (var report in reports.Where(r => known.Contains(r.Card.Id)))
            {
                var news = known[report.Card.Id]
                    .Where(c => report.Card.Deals.Contains(c.Deal) && Differs(account, report.Card, c))
                    .ToList();
                asked.UnionWith(news.Select(c => c.Deal));
                effects[report] = news.Count > 0 ? ContactEffect.Asked : ContactEffect.Unchanged;
            }

            if (asked.Count > 0)
                await outbox.EnqueueAsync(
                    OutboxKind.MatchDeal,
                    account.Id,
                    [.. asked.Select(DealItems.Subject)],
                    cancellationToken
                );
        }

        return [.. command.Reports.Select(report => effects.GetValueOrDefault(report, ContactEffect.Unknown))];
    }

    private bool Differs(UserAccount account, AmoContactCard told, KnownContact known)
    {
        if (known.IsBeingRead)
            return true; // it may be read as it was before
        var phones = reader.PhonesOf(account, [told]).Select(p => p.Phone);
        return !known.Phones.ToHashSet(StringComparer.Ordinal).SetEquals(phones)
            || (
                known.IsAdopted
                && (known.Person is null || (known.Person.Contact == told.Id && known.Person != reader.PersonOf(account, [told])))
            );
    }
}
