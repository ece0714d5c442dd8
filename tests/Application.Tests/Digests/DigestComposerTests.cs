using AmoCrmQualification.Application.Alerts;
using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Application.Digests;
using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Digests;

namespace AmoCrmQualification.Application.Tests.Digests;

/// <summary>Messages as people read them.</summary>
internal sealed class DigestComposerTests
{
    private static readonly HeadFigures s_nothing = new(
        new(0, 0),
        new(0, 0),
        new(0, 0),
        new(0, 0),
        new(null, null),
        new(null, null),
        new(null, null),
        new(null, null),
        "RUB",
        "RUB"
    );

    private static readonly HeadFigures s_busy = new(
        new(24, 20),
        new(6, 5),
        new(2, 1),
        new(120_000, 80_000),
        new(15_000.4m, 14_000),
        new(625, 700),
        new(2_500, 2_800),
        new(700, -35.5),
        "RUB",
        "RUB"
    );

    private static readonly DigestDays s_day = new(new(2026, 11, 29), new(2026, 11, 29));

    private static readonly DigestFacts s_quiet = new(
        "Мебель Юг",
        s_day,
        new(new(2026, 11, 28), new(2026, 11, 28)),
        s_nothing,
        [],
        [],
        IsAnyDecided: false,
        new(2026, 11, 15),
        []
    );

    private static readonly DecisionFact s_better = new(
        "Видео с отзывом",
        DecisionOn.Verdict,
        DecisionState.Better,
        new(60, 100),
        new(30, 100),
        null,
        "RUB"
    );

    private static readonly DecisionFact s_missed = s_better with
    {
        On = DecisionOn.Cpql,
        State = DecisionState.Missed,
        Figure = new(1_500, 2_000, 1_501, 3_201, TargetState.Missed),
    };

    [Test]
    public void Nothing_happened() =>
        Assert.That(
            Text(s_quiet),
            Is.EqualTo(
                """
                Мебель Юг: итоги за 29 ноября

                Новых лидов не было, как и днём раньше.

                Пока ничего не решено: судить о креативах и целях рано.

                Открыть обзор: https://stats.example.com/a/1/overview
                """
            )
        );

    [Test]
    public void A_usual_day_with_nothing_new_decided() =>
        Assert.That(
            Text(s_quiet with { Head = s_busy, IsAnyDecided = true }),
            Is.EqualTo(
                """
                Мебель Юг: итоги за 29 ноября

                Лиды: 24 (было 20)
                Квалифицированы: 6, 25 % лидов (было 5, 25 %)
                Продажи: 2 (было 1)
                Выручка: 120 000 ₽ (было 80 000 ₽)
                Расход: 15 000 ₽ (было 14 000 ₽)
                CPL: 625 ₽ (было 700 ₽)
                CPQL: 2 500 ₽ (было 2 800 ₽)
                ROMI: 700 % (было −35,5 %)
                «Было» — 28 ноября, посчитано, когда те лиды были того же возраста.

                Нового не решилось: вердикты и цели прежние.

                Открыть обзор: https://stats.example.com/a/1/overview
                """
            )
        );

    [Test]
    public void A_verdict_turned_and_a_target_is_missed() =>
        Assert.That(
            Decided(s_quiet with { Turned = [s_better, s_missed] }),
            Is.EqualTo(
                """
                Что решилось
                • «Видео с отзывом» лучше остальных: квалифицированы 60 из 100 (60 %), у остальных 30 из 100 (30 %).
                • «Видео с отзывом»: CPQL дороже цели — 2 000 ₽ при цели 1 500 ₽.
                Судим по лидам, созданным по 15 ноября: у более новых срок ещё не вышел.
                """
            )
        );

    [TestCase(DecisionOn.Cac, "• «Видео с отзывом»: CAC дороже цели — ни одной продажи при цели 1 500 ₽.")]
    [TestCase(DecisionOn.Cpql, "• «Видео с отзывом»: CPQL дороже цели — ни одного квалифицированного лида при цели 1 500 ₽.")]
    public void A_target_is_missed_by_whatever_brought_nothing(DecisionOn on, string line) =>
        Assert.That(
            Decided(s_quiet with { Turned = [s_missed with { On = on, Figure = s_missed.Figure! with { Value = null } }] }),
            Does.Contain(line)
        );

    [Test]
    public void A_verdict_that_holds_no_longer_is_taken_back() =>
        Assert.That(
            Decided(s_quiet with { Withdrawn = [s_better] }),
            Does.Contain("• «Видео с отзывом»: был лучше остальных, теперь судить снова рано.")
        );

    [Test]
    public void An_alert_is_told_in_the_digest_and_alone()
    {
        var alert = new Alert(AlertKind.PushFailed, DateTimeOffset.UnixEpoch, "", Count: 1200);

        Assert.That(
            Text(s_quiet with { Alerts = [alert] }),
            Does.Contain("\n\nТребует внимания\n• amoCRM не приняла лидов: 1 200. В каждом написано, почему.\n\n")
        );
        Assert.That(
            DigestForms.Plain(
                DigestComposer.Compose(
                    "Мебель Юг",
                    [alert, alert],
                    DigestWords.In(DigestLanguage.En),
                    "https://stats.example.com"
                )
            ),
            Is.EqualTo(
                """
                Мебель Юг: needs attention

                • Leads that amoCRM rejected: 1,200. Each says why.

                Open the overview: https://stats.example.com
                """
            )
        );
    }

    [Test]
    public void A_week_in_English() =>
        Assert.That(
            Text(
                s_quiet with
                {
                    Days = new(new(2026, 11, 23), new(2026, 11, 29)),
                    Before = new(new(2026, 10, 30), new(2026, 11, 5)),
                    Head = s_busy with
                    {
                        Romi = new(null, null),
                        Cpl = new(null, null),
                        Spend = new(null, null),
                        Cpql = new(null, null),
                    },
                    Turned = [s_better with { State = DecisionState.Worse }],
                },
                DigestLanguage.En
            ),
            Is.EqualTo(
                """
                Мебель Юг: week of 23–29 November

                Leads: 24 (was 20)
                Qualified: 6, 25% of leads (was 5, 25%)
                Sales: 2 (was 1)
                Revenue: 120,000 ₽ (was 80,000 ₽)
                Ad spend: no data
                “Was” is 30 October – 5 November, counted when those leads were just as old.

                Newly decided
                • “Видео с отзывом” is worse than the others: 60 of 100 (60%) leads qualified, of the others 30 of 100 (30%).
                Judged on leads created up to 15 November: newer ones still have time to qualify.

                Open the overview: https://stats.example.com/a/1/overview
                """
            )
        );

    [Test]
    public void A_long_name_is_cut_between_characters()
    {
        var name = new string('я', 78) + "😀 и ещё";

        var text = Text(s_quiet with { Account = name, Turned = [s_better with { Title = name }], IsAnyDecided = true });

        Assert.That(text, Does.Contain(new string('я', 78) + "…"));
        Assert.That(text.Any(char.IsSurrogate), Is.False);
    }

    [Test]
    public void Names_cannot_break_the_markup_and_many_lines_are_cut()
    {
        var many = Enumerable.Range(1, 14).Select(n => s_better with { Title = $"<b>{n}&" }).ToList();
        var body = Body(s_quiet with { Account = "<i>", Turned = many }, DigestLanguage.Ru);

        Assert.That(
            DigestForms.Telegram(body),
            Does.StartWith("<b>&lt;i&gt;: итоги")
                .And.Contain("• «&lt;b&gt;10&amp;»")
                .And.Contain("…и ещё 4")
                .And.Not.Contains("11&amp;")
        );
        Assert.That(
            DigestForms.Email(body, "ru", new("Отписаться", "https://stats.example.com/u?a=1&b=2")),
            Does.Contain("<h1 style").And.Contain("&lt;i&gt;").And.Contain("href=\"https://stats.example.com/u?a=1&amp;b=2\"")
        );
    }

    private static string Decided(DigestFacts facts) => Text(facts).Split("\n\n")[2];

    // Spaces that do not break look like others here.
    private static string Text(DigestFacts facts, DigestLanguage language = DigestLanguage.Ru) =>
        DigestForms.Plain(Body(facts, language)).Replace('\u00A0', ' ');

    private static DigestBody Body(DigestFacts facts, DigestLanguage language) =>
        DigestComposer.Compose(facts, DigestWords.In(language), "https://stats.example.com/a/1/overview");
}
