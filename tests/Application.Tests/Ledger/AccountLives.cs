using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.AmoCrm;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Application.Tests.Ledger;

/// <summary>One thing that becomes known of an account.</summary>
/// <param name="IsRepeatable">It may become known twice.</param>
internal sealed record Happening(string Name, Action<PureAccount> Apply, bool IsRepeatable = false)
{
    public override string ToString() => Name;
}

/// <summary>
/// Some deals that were made elsewhere, and whose they are: nobody's, of intake with their id, of a lead with their phone, of
/// one that their tag names, or that a person chooses. What the contract gives to the first comer (a deal that two leads claim,
/// a lead that two deals of its days claim), the lives leave out.
/// </summary>
internal sealed class AccountLives
{
    private static readonly DateTimeOffset s_monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly Random _random;
    private readonly List<Happening> _happenings = [];
    private readonly List<Happening> _last = [];
    private readonly List<Func<Lead>> _waiting = [];
    private readonly Dictionary<DealId, string> _phones = [];
    private readonly Dictionary<DealId, DateTimeOffset> _made = [];
    private readonly AdoptionRules _initial;
    private bool _isTimeLimited;

    public AccountLives(int seed)
    {
        _random = new(seed);
        var rules = new AdoptionRules(
            AdoptDeals.All,
            Chance(3) ? s_monday.AddHours(2) : null,
            Chance(4) ? [new(11)] : null,
            Chance(2) ? ["field:9"] : []
        );
        foreach (var deal in Enumerable.Range(100, _random.Next(1, 5)))
            Live(new(deal), s_monday.AddDays(_random.Next(3)), $"+7916000{deal:0000}", _random.Next(9));
        // Where nothing is adopted, phones know no limit of time: links of then stay.
        AdoptDeals[] before = _isTimeLimited ? [AdoptDeals.WithMarks, AdoptDeals.All] : Enum.GetValues<AdoptDeals>();
        _initial = rules with { Deals = before[_random.Next(before.Length)] };
        _happenings.Add(new("all count", account => account.Rules = rules));
    }

    /// <summary>Everything in some order, some of it twice; then what a reconciliation reads, and what people decide.</summary>
    public (PureAccount Account, string Way) InOrder(int seed)
    {
        var random = new Random(seed);
        var way = _happenings.Concat(_happenings.Where(h => h.IsRepeatable && random.Next(3) == 0)).ToArray();
        random.Shuffle(way);
        var account = new PureAccount(_initial, _phones, [.. _waiting.Select(lead => lead())]) { Made = _made };
        foreach (var happening in way.Concat(_last))
            happening.Apply(account);
        return (account, string.Join("; ", way.AsEnumerable()));
    }

    private void Live(DealId deal, DateTimeOffset made, string phone, int whose)
    {
        (_phones[deal], _made[deal]) = (phone, made);
        var life = new DealLife(_random, new(PureAccount.Id, deal), made);
        var tag = whose is 3 or 4 ? $"tagged {deal.Value}" : null;
        foreach (var (report, i) in life.Reports.Select((report, i) => (report, i)))
            Add($"{deal.Value} report {i}", account => account.Report(Tagged(account, report, tag)), isRepeatable: true);
        Add($"{deal.Value} page", account => account.ReadPage(Tagged(account, life.State, tag)), isRepeatable: true);
        Add($"{deal.Value} contact", account => account.AddContact(deal));
        _last.Add(new("reconciliation", account => account.ReadPage(Tagged(account, life.State, tag))));
        switch (whose)
        {
            case 1:
                TakeIn($"given {deal.Value}", made, phone, deal);
                break;
            case 2:
                TakeIn($"phone {deal.Value}", made.AddDays(_random.Next(-5, 6)), phone);
                break;
            case 3:
                _waiting.Add(() => Create(tag!, made, phone));
                break;
            case 4:
                _waiting.Add(() => BeingPushed(tag!, made, phone));
                Add($"{deal.Value} pushed", account => account.AnswerPush(account.LeadNamed(tag!), deal));
                break;
            case 5:
                Choose(deal, made, phone);
                break;
            case 6: // the person has another deal much later
                _isTimeLimited = true;
                TakeIn($"phone {deal.Value}", made.AddMinutes(5), phone);
                Live(new(deal.Value + 100), made.AddDays(50), phone, whose: 0);
                break;
            case 8: // the person has another deal soon, and the lead comes in when both are known
                Live(new(deal.Value + 100), made.AddDays(10), phone, whose: 0);
                _last.Add(new("late intake", account => account.TakeIn(Create($"late {deal.Value}", made.AddDays(2), phone))));
                break;
            case 7:
                _isTimeLimited = true;
                TakeIn($"far from {deal.Value}", made.AddDays(Chance(2) ? -40 : 40), phone);
                break;
        }
    }

    private void Choose(DealId deal, DateTimeOffset made, string phone)
    {
        var (one, other) = ($"one of {deal.Value}", $"other of {deal.Value}");
        Add(
            $"two leads of {deal.Value}",
            account => account.TakeIn(Create(one, made, phone), Create(other, made.AddHours(1), phone))
        );
        _last.Add(new("decision", account => account.Decide(account.LeadNamed(one), deal)));
    }

    private void TakeIn(string name, DateTimeOffset at, string phone, DealId? deal = null) =>
        Add(name, account => account.TakeIn(Create(name, at, phone, deal)));

    private void Add(string name, Action<PureAccount> apply, bool isRepeatable = false) =>
        _happenings.Add(new(name, apply, isRepeatable));

    private static DealReport Tagged(PureAccount account, DealReport report, string? tag) =>
        tag is null || report.Details is null
            ? report
            : report with
            {
                Details = report.Details with { TaggedLead = account.LeadNamed(tag).Id },
            };

    private static Lead BeingPushed(string name, DateTimeOffset at, string phone)
    {
        var lead = Create(name, at, phone, isPushed: true);
        lead.BeginPush(at);
        return lead;
    }

    private static Lead Create(string name, DateTimeOffset at, string phone, DealId? deal = null, bool isPushed = false) =>
        Lead.Create(
            new(
                PureAccount.Id,
                LeadSource.Website,
                new(name, phone, phone, ChatId: null, Email: null, Message: null),
                Direction: null,
                Creative: null,
                AdId: null,
                new(null, null, null, null, null),
                deal,
                isPushed,
                at,
                Idempotency: null
            ),
            at
        );

    private bool Chance(int oneOf) => _random.Next(oneOf) == 0;
}
