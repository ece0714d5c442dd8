using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.AmoCrm;
using AmoCrmQualification.Domain.Attribution;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Ledger;
using AmoCrmQualification.Domain.Matching;

namespace AmoCrmQualification.Application.Tests.Ledger;

/// <summary>
/// An account without a database: what becomes known is decided by the rules of the product and kept as the handlers keep it.
/// </summary>
internal sealed class PureAccount(
    AdoptionRules rules,
    IReadOnlyDictionary<DealId, string> phones,
    IReadOnlyCollection<Lead> leads
)
{
    public static readonly UserAccountId Id = new(new("0198b0f0-0000-7000-8000-000000000001"));

    private static readonly DateTimeOffset s_now = new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<DealKey, Deal> _deals = [];
    private readonly List<Lead> _leads = [.. leads];
    private readonly Dictionary<LeadId, string?> _people = [];
    private readonly HashSet<DealId> _withContact = [];
    private readonly HashSet<DealKey> _asked = [];

    public AdoptionRules Rules { get; set; } = rules;

    /// <summary>When deals were made, as amoCRM shows it.</summary>
    public required IReadOnlyDictionary<DealId, DateTimeOffset> Made { get; init; }

    /// <summary>A body of a webhook, a page of a list or of the journal.</summary>
    public void Report(params IReadOnlyCollection<DealReport> reports)
    {
        foreach (var told in reports.GroupBy(r => r.Deal))
        {
            var before = Known(told.Key);
            var change = Write(Locked(), before, before.After([.. told]));
            if (change.IsLinkedByTag)
                _leads.Single(lead => lead.Id == change.After.Lead).LinkMatched(told.Key.Deal, contact: null, s_now);
            if (change.IsAdopted)
                ReadContacts(told.Key.Deal);
        }
    }

    /// <summary>A page of the backfill: how deals stand, and whose they are.</summary>
    public void ReadPage(params IReadOnlyCollection<DealReport> reports)
    {
        Report(reports);
        ReadContacts([.. reports.Select(r => r.Deal.Deal)]);
    }

    /// <summary>The deal gets its contact at amoCRM, whose hook tells so.</summary>
    public void AddContact(DealId deal)
    {
        _withContact.Add(deal);
        ReadContacts(deal);
    }

    public void TakeIn(params IReadOnlyList<Lead> leads)
    {
        foreach (var lead in leads)
        {
            _leads.Add(lead);
            if (lead.AmocrmLeadId is { } deal)
                Link(lead, Known(new(Id, deal)));
        }

        ReadContacts([.. _deals.Keys.Select(key => key.Deal)]);
    }

    /// <summary>amoCRM answers with the deal that was asked for.</summary>
    public void AnswerPush(Lead lead, DealId deal)
    {
        lead.LinkPushed(deal, s_now);
        Link(lead, Known(new(Id, deal)));
    }

    /// <summary>A person chooses where several leads have the phone.</summary>
    public void Decide(Lead lead, DealId deal)
    {
        Assert.That(_asked, Does.Contain(new DealKey(Id, deal)), "nobody decides without being asked");
        lead.LinkMatched(deal, contact: null, s_now);
        Link(lead, Known(new(Id, deal)));
    }

    public Lead LeadNamed(string name) => _leads.Single(lead => lead.Name == name);

    /// <summary>All that is to be the same whatever came first.</summary>
    public string Face(AttributionRules ads, IReadOnlyList<MappedField> fields) =>
        string.Join(
            '\n',
            _deals
                .Values.OrderBy(deal => deal.Key.Deal.Value)
                .Select(deal => FaceOf(deal, ads, fields))
                .Concat(_leads.OrderBy(lead => lead.Name).Select(lead => $"lead {lead.Name} has {lead.AmocrmLeadId?.Value}"))
        );

    private string FaceOf(Deal deal, AttributionRules ads, IReadOnlyList<MappedField> fields)
    {
        var own = deal.IsAdopted ? null : _leads.Find(lead => lead.Id == deal.Lead);
        var whose = deal.IsAdopted ? $"adopted, of {_people.GetValueOrDefault(deal.Lead!.Value)}" : own?.Name ?? "nobody's";
        var way = deal.History.Select(row => $"{row.Observation.Stage.Status.Value}@{row.Observation.ChangedAt:dHH:mm}");
        var decided = LeadAttribution.Decide(given: null, deal.Marks, ads, fields);
        return $"""
            deal {deal.Key.Deal.Value} {whose}, made {deal.CreatedAt:O}, {deal.Price?.Price}, deleted {deal.IsDeleted}, of {deal.Details?.Responsible}
              {string.Join(' ', way)}
              {decided.Rule} {decided.AdId} {decided.Evidence}
              {string.Join(' ', deal.Marks.Select(mark => mark.ToString()).Order(StringComparer.Ordinal))}
            """;
    }

    private void ReadContacts(params IReadOnlyCollection<DealId> deals)
    {
        var shown = deals
            .Select(deal => _deals.GetValueOrDefault(new(Id, deal)))
            .OfType<Deal>()
            .Select(deal => new DealPhones(deal, PhonesOf(deal.Key.Deal), _asked.Contains(deal.Key))
            {
                MadeAt = Made[deal.Key.Deal],
            });
        foreach (var (deal, lead, candidates) in PhonePrecedence.Decide(shown, _leads, Rules))
        {
            if (lead is not null)
            {
                lead.LinkMatched(deal.Key.Deal, contact: null, s_now);
                Link(lead, deal);
                continue;
            }

            if (candidates.Count > 0)
                _asked.Add(deal.Key);
            if (deal.IsAdopted && _withContact.Contains(deal.Key.Deal))
                _people[deal.Lead!.Value] = phones[deal.Key.Deal];
        }
    }

    private IReadOnlyCollection<string> PhonesOf(DealId deal) => _withContact.Contains(deal) ? [phones[deal]] : [];

    private void Link(Lead lead, Deal deal)
    {
        Assert.That(deal.IsFree, Is.True, "nobody takes a lead's deal away");
        Write(Locked(), deal, deal.TakenBy(lead.Id));
    }

    private DealChange Write(LockedDeals locked, Deal before, Deal after)
    {
        var change = locked.Change(before, after);
        _deals[before.Key] = change.After;
        return change;
    }

    private LockedDeals Locked() =>
        new(
            _deals,
            new HashSet<(UserAccountId, Stage)>(),
            new Dictionary<UserAccountId, AdoptionRules> { [Id] = Rules },
            _leads
                .Where(lead => lead.AmocrmLeadId is null && lead.ErasedAt is null)
                .ToDictionary(lead => lead.Id, lead => new TaggedLead(lead.PushRequestedAt is not null))
        );

    private Deal Known(DealKey key) => _deals.GetValueOrDefault(key) ?? new Deal(key, Lead: null);
}
