using AmoCrmQualification.Application.Alerts;
using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Application.Webhooks;
using AmoCrmQualification.Domain.Digests;

namespace AmoCrmQualification.Application.Digests;

/// <summary>Writes the messages of digests.</summary>
internal sealed class DigestWriter(
    IAppDbContext db,
    SummaryReader summaries,
    CohortReader cohorts,
    JudgementReader judgements,
    AlertReader alerts,
    PublicAddress address,
    TimeProvider clock
)
{
    public async Task<(DigestMessage Message, ToldDecisions Told)> WriteAsync(
        Digest digest,
        DigestMessageKind kind,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var account = await db.AccountAsync(digest.UserAccountId, cancellationToken);
        var last = Period.DayOf(now, TimeZones.Get(account.TimeZone)).AddDays(-1);
        var days = new DigestDays(last.AddDays(1 - digest.Times.Days), last);
        var cohort = await cohorts.ReadAsync(new(account.Id, days.First, days.Last), cancellationToken);
        var judgement = await judgements.ReadAsync(cohort, [], cancellationToken);
        var decided = Decisions.From(judgement, account.Currency);
        var facts = new DigestFacts(
            account.Name,
            days,
            new(days.First.AddDays(-digest.Times.Days), days.First.AddDays(-1)),
            HeadFigures.From(await summaries.ReadAsync(cohort, cancellationToken)),
            [.. digest.Told.Turned([.. decided.Keys]).Select(decision => decided[decision])],
            [
                .. digest
                    .Told.Withdrawn([.. decided.Keys])
                    .Select(told => Decisions.Told(told, judgement, account.Currency))
                    .OfType<DecisionFact>(),
            ],
            decided.Count > 0,
            judgement.Verdicts.Until,
            await alerts.ReadAsync(account.Id, cancellationToken)
        );
        var body = DigestComposer.Compose(facts, DigestWords.In(digest.Language), Overview(account.Id, days));
        var day = kind == DigestMessageKind.Scheduled ? digest.Times.DayOf(digest.NextAt) : (DateOnly?)null;
        return (DigestMessage.Create(digest, kind, day, Content(digest, body), now), new([.. decided.Keys]));
    }

    public DigestMessage Write(Digest digest, string account, IEnumerable<Alert> told)
    {
        var url = $"{address.Url}/a/{digest.UserAccountId.Value}/overview";
        var body = DigestComposer.Compose(account, told, DigestWords.In(digest.Language), url);
        return DigestMessage.Create(digest, DigestMessageKind.Alerts, day: null, Content(digest, body), clock.GetUtcNow());
    }

    private string Overview(UserAccountId account, DigestDays days) =>
        $"{address.Url}/a/{account.Value}/overview?from={days.First:yyyy-MM-dd}&to={days.Last:yyyy-MM-dd}";

    private (string Subject, string Text, string Html) Content(Digest digest, DigestBody body)
    {
        var words = DigestWords.In(digest.Language);
        if (digest.Channel == DigestChannel.Telegram)
            return (body.Title, DigestForms.Plain(body), DigestForms.Telegram(body));
        var unsubscribe = new DigestLink(words.Unsubscribe, $"{address.Url}/unsubscribe/{digest.Code}");
        var text = $"{DigestForms.Plain(body)}\n\n{unsubscribe.Text}: {unsubscribe.Url}";
        return (body.Title, text, DigestForms.Email(body, words.Code, unsubscribe));
    }
}
