using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Domain.Campaigns;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Push;

/// <summary>Finds the deals of leads by their tag, or creates them.</summary>
internal sealed class PushDeals(IAppDbContext db, IAmoLeads amo)
{
    /// <summary>Finds deals created by an earlier request whose answer was lost; leads without one go on.</summary>
    public async Task<PushStep> FindAsync(PushContext push, IReadOnlyList<PushItem> items, CancellationToken cancellationToken)
    {
        var candidates = items.SelectMany(i => i.Contact!.Deals).Distinct().ToList();
        var cards = await amo.GetDealsAsync(push.Account.Id, candidates, cancellationToken);
        var byTag = cards
            .SelectMany(card => card.Tags.Select(tag => (tag, card)))
            .ToLookup(pair => pair.tag, pair => pair.card, StringComparer.OrdinalIgnoreCase);
        return new(
            [.. items.Where(item => !byTag.Contains(item.Tag))],
            [
                // Of copies that people made, the first is the one we asked for.
                .. from item in items
                let card = byTag[item.Tag].MinBy(card => card.Id.Value)
                where card is not null
                select new PushOutcome.Made(item.Row, card.Id, card),
            ]
        );
    }

    /// <summary>Creates the deals, once.</summary>
    public async Task<PushStep> CreateAsync(PushContext push, IReadOnlyList<PushItem> items, CancellationToken cancellationToken)
    {
        if (items.Count == 0)
            return new([], []);
        var answer = await AskAsync(push, items, cancellationToken);

        DealId[] ids = [.. answer.Ids.Values.Select(id => new DealId(id))];
        var cards = (await amo.GetDealsAsync(push.Account.Id, ids, cancellationToken)).ToDictionary(c => c.Id);
        return new([], [.. items.Select(Outcome)], answer.Failure);

        PushOutcome Outcome(PushItem item) =>
            answer.Ids.TryGetValue(item.Key, out var id)
                ? new PushOutcome.Made(item.Row, new(id), cards.GetValueOrDefault(new(id)))
                : answer.OutcomeOf(item.Key, item.Row);
    }

    private async Task<CreateAnswer> AskAsync(
        PushContext push,
        IReadOnlyList<PushItem> items,
        CancellationToken cancellationToken
    )
    {
        var directions = await DirectionsAsync(push, items, cancellationToken);
        NewAmoDeal[] deals = [.. items.Select(item => DealOf(item, TargetOf(item.Lead, push.Account, directions)))];
        try
        {
            return new(await CreateAsync(push, deals, cancellationToken));
        }
        catch (AmoCallException e) when (CreateAnswer.IsGivenBy(e))
        {
            return CreateAnswer.From(e, [.. items.Select(i => i.Key)]);
        }
    }

    /// <summary>Creates deals; where amoCRM refuses the tracking fields, without them: their tags tell the same.</summary>
    private async Task<IReadOnlyDictionary<string, long>> CreateAsync(
        PushContext push,
        IReadOnlyList<NewAmoDeal> deals,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await amo.CreateDealsAsync(push.Account.Id, deals, cancellationToken);
        }
        catch (AmoCallException e) when (MayBeOfTracking(e) && deals.Any(deal => deal.Tracking.Count > 0))
        {
            NewAmoDeal[] plain = [.. deals.Select(deal => deal with { Tracking = new Dictionary<string, string>() })];
            return await amo.CreateDealsAsync(push.Account.Id, plain, cancellationToken);
        }
    }

    /// <summary>amoCRM does not always name what it refuses.</summary>
    private static bool MayBeOfTracking(AmoCallException e) =>
        e.IsOfTheContent && (e.Refused.Count == 0 || e.Refused.Any(refusal => refusal.IsOfCustomField));

    private Task<Dictionary<DirectionId, Direction>> DirectionsAsync(
        PushContext push,
        IEnumerable<PushItem> items,
        CancellationToken cancellationToken
    )
    {
        var ids = items.Select(i => i.Lead.DirectionId).OfType<DirectionId>().Distinct().ToList();
        return db
            .Directions.AsNoTracking()
            .Where(d => d.UserAccountId == push.Account.Id && ids.Contains(d.Id))
            .ToDictionaryAsync(d => d.Id, cancellationToken);
    }

    private static PushTarget TargetOf(Lead lead, UserAccount account, Dictionary<DirectionId, Direction> directions) =>
        lead.DirectionId is { } id && directions.TryGetValue(id, out var direction)
            ? direction.PushTarget.Over(account.PushTarget)
            : account.PushTarget;

    private static NewAmoDeal DealOf(PushItem item, PushTarget target) =>
        new(item.Key, item.Name, item.Contact!.Id, [item.Tag, .. UtmTags(item.Lead)], target)
        {
            Tracking = Utm(item.Lead)
                .Concat(Clicks(item.Lead))
                .ToDictionary(mark => mark.Name.ToUpperInvariant(), mark => mark.Value, StringComparer.Ordinal),
        };

    private static IEnumerable<string> UtmTags(Lead lead) => Utm(lead).Select(mark => $"{mark.Name}:{mark.Value}");

    private static IEnumerable<(string Name, string Value)> Utm(Lead lead) =>
        Given(
            ("utm_source", lead.UtmSource),
            ("utm_medium", lead.UtmMedium),
            ("utm_campaign", lead.UtmCampaign),
            ("utm_term", lead.UtmTerm),
            ("utm_content", lead.UtmContent)
        );

    private static IEnumerable<(string Name, string Value)> Clicks(Lead lead) =>
        Given(("gclid", lead.Gclid), ("yclid", lead.Yclid), ("fbclid", lead.Fbclid), ("_ym_uid", lead.YmUid));

    private static IEnumerable<(string Name, string Value)> Given(params (string Name, string? Value)[] marks) =>
        from mark in marks
        where mark.Value is not null
        select (mark.Name, mark.Value);
}
