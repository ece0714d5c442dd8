using System.Globalization;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Attribution;

/// <summary>
/// Hooks of deals and contacts, intake, the backfill, settings and a person's decision in some orders, with all the work that
/// goes on in the background. That any order will do, the law of the pure rules shows for thousands.
/// </summary>
internal sealed class AnyOrderOfDealsTests : BackfillTest
{
    private const int Orders = 6;

    // By the place of the deal, as each order has an amoCRM of its own.
    private const string State = """
        SELECT string_agg(concat_ws(' ', row_number, source_type, created_at, name, phone_e164, email, status, is_deleted, price, creative, rule, utm, way, marks),
                          E'\n' ORDER BY row_number, created_at, phone_e164)
        FROM (
          SELECT dense_rank() OVER (ORDER BY l.amocrm_lead_id) AS row_number, l.source_type, l.created_at, l.name, l.phone_e164, l.email,
                 s.status_name AS status, l.is_deleted, d.price, c.title AS creative, l.attribution_rule AS rule, l.utm_content AS utm,
                 (SELECT string_agg(to_char(h.changed_at, 'DD HH24:MI:SS'), ',' ORDER BY h.changed_at, h.order_in_second)
                  FROM amocrm_lead_status_history h WHERE h.user_account_id = $1 AND h.lead_id = l.id) AS way,
                 (SELECT string_agg(DISTINCT m.code || '=' || m.value, ',')
                  FROM lead_marks m WHERE m.user_account_id = $1 AND m.amocrm_lead_id = l.amocrm_lead_id) AS marks
          FROM leads l
          LEFT JOIN amocrm_deals d ON d.user_account_id = $1 AND d.amocrm_lead_id = l.amocrm_lead_id
          LEFT JOIN creatives c ON c.user_account_id = $1 AND c.id = l.creative_id
          LEFT JOIN amocrm_pipeline_stages s ON s.user_account_id = $1 AND s.pipeline_id = l.current_pipeline_id AND s.status_id = l.current_status_id
          WHERE l.user_account_id = $1) leads
        """;

    private static readonly long s_made = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - (20 * 86_400);

    [Test]
    public async Task Any_order_ends_in_one_state()
    {
        var states = await Task.WhenAll(Enumerable.Range(0, Orders).Select(LiveAsync));

        Assert.That(states[0].Split('\n'), Has.Length.EqualTo(7), states[0]);
        foreach (var state in states)
            Assert.That(state, Is.EqualTo(states[0]));
    }

    private async Task<string> LiveAsync(int seed)
    {
        var account = await AdoptingAsync("with_marks");
        await CreativeAsync(account, "Кухня");
        await CreativeAsync(account, "Ванная", [Ad]);
        var crm = Service.Amo.CreateAccount();
        crm.Pipelines.Add("Продажи", "Новая", "Переговоры");
        var deals = Enumerable.Range(0, 6).Select(i => Deal(crm, i)).ToList();
        var steps = deals
            .SelectMany(deal =>
                new[]
                {
                    () => account.DeliverAsync(Hook(deal, Stage(crm, 0), isMoved: false)),
                    () => account.DeliverAsync(Hook(deal, Stage(crm, 0), isMoved: true)),
                }
            )
            .Concat([
                () => account.ConnectAsync(crm),
                () => LeadAsync(account, 1, "+79160000001", deals[1].Id),
                () => LeadAsync(account, 2, "+79160000002"),
                () => TwoLeadsAsync(account, crm, deals[3]),
                () => ContactAsync(account, crm, deals[4]),
                () => PatchAsync(account),
                () => SettingsAsync(account, HttpMethod.Put, ""),
            ])
            .ToArray();
        if (seed > 0)
            new Random(seed).Shuffle(steps);
        foreach (var step in steps)
            await step();

        await account.QuietAsync();
        await account.ReconcileAsync();
        await NothingWaitsAsync(account);
        var match = (await account.ItemsAsync("/api/lead-matches")).Single();
        var oldest = match.List("candidates").MinBy(candidate => candidate.Time("created_at"));
        await JsonAsync(await account.Client.PostAsJsonAsync($"/api/lead-matches/{match.Id()}", new { lead_id = oldest.Id() }));
        await account.EndedAsync((await SettingsAsync(account, HttpMethod.Post, "/apply")).Id("run_id"));
        return await account.Service.ScalarAsync<string>(State, account.Id);
    }

    /// <summary>Each was made a day later than the one before, and went on an hour later.</summary>
    private static CrmLead Deal(CrmAccount crm, int i)
    {
        var at = s_made + (i * 86_400);
        return crm.Leads.Create(
            new NewLead
            {
                At = at,
                Price = 100 * i,
                Silent = true,
                Marks = i switch
                {
                    0 => new Dictionary<string, string> { ["UTM_CONTENT"] = Ad },
                    5 => new Dictionary<string, string> { ["UTM_SOURCE"] = "кухня" },
                    _ => [],
                },
                Path = [new(Stage(crm, 1), at + 3600)],
                Contact = i == 4 ? null : new NewContact { Name = $"Клиент {i}", Phones = i == 3 ? [] : [Phone(i)] },
            }
        );
    }

    private static string Phone(int i) => string.Create(CultureInfo.InvariantCulture, $"8 916 000 00 0{i}");

    private static string Hook(CrmLead deal, long first, bool isMoved)
    {
        var (status, at) = isMoved ? (deal.StatusId, deal.CreatedAt + 3600) : (first, deal.CreatedAt);
        List<(string, string?)> fields =
        [
            .. LeadForm.Fields(
                deal.Id,
                deal.PipelineId,
                status,
                at,
                oldStatus: null,
                deal.Price.ToString(CultureInfo.InvariantCulture)
            ),
            ("date_create", deal.CreatedAt.ToString(CultureInfo.InvariantCulture)),
        ];
        foreach (var (field, place) in deal.Fields.Select((field, place) => (field, place)))
        {
            fields.Add(($"custom_fields][{place}][id", field.Id.ToString(CultureInfo.InvariantCulture)));
            fields.Add(($"custom_fields][{place}][code", field.Code));
            fields.Add(($"custom_fields][{place}][values][0][value", field.Values[0].Value));
        }

        return LeadForm.Build(isMoved ? "status" : "add", 0, fields);
    }

    private static Task<JsonElement> LeadAsync(TestAccount account, int day, string phone, long? deal = null, int minute = 0) =>
        account.LeadAsync(
            new
            {
                source_type = "website",
                name = $"Лид {day} {minute}",
                phone,
                amocrm_lead_id = deal,
                created_at = DateTimeOffset.FromUnixTimeSeconds(s_made + (day * 86_400) + (minute * 60)),
                push = false,
            }
        );

    /// <summary>Both come before their phone is known at amoCRM: whose the deal is, a person says.</summary>
    private static async Task TwoLeadsAsync(TestAccount account, CrmAccount crm, CrmLead deal)
    {
        await LeadAsync(account, 3, "+79160000003");
        await LeadAsync(account, 3, "+79160000003", minute: 5);
        var contact = crm.Contacts.Edit(deal.ContactIds[0], new ContactChange(Phones: [Phone(3)]));
        await account.DeliverAsync(ContactForm.Update(contact, deal.Id));
    }

    private static Task ContactAsync(TestAccount account, CrmAccount crm, CrmLead deal) =>
        account.DeliverAsync(
            ContactForm.Update(
                crm.Contacts.Create(
                    new NewContact
                    {
                        Name = "Поздний",
                        Phones = [Phone(4)],
                        Emails = ["late@example.test"],
                        LeadIds = [deal.Id],
                    }
                ),
                deal.Id
            )
        );

    private static async Task PatchAsync(TestAccount account) =>
        await JsonAsync(await account.Client.PatchAsJsonAsync($"/api/user-accounts/{account.Id}", new { adopt_deals = "all" }));

    private static async Task<JsonElement> SettingsAsync(TestAccount account, HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, $"/api/user-accounts/{account.Id}/attribution{path}")
        {
            Content = JsonContent.Create(new { fields = new[] { new { code = "utm_source", meaning = "creative" } } }),
        };
        var answer = await account.Client.SendAsync(request);
        return await JsonAsync(answer, path.Length == 0 ? HttpStatusCode.OK : HttpStatusCode.Accepted);
    }

    /// <summary>What waits for a contact is asked at once.</summary>
    private static Task NothingWaitsAsync(TestAccount account) =>
        TestAccount.UntilAsync(
            async () =>
            {
                await account.Service.ExecuteAsync(
                    "UPDATE outbox SET due_at = now() WHERE user_account_id = $1 AND due_at > now()",
                    account.Id
                );
                return await account.Service.ScalarAsync<long>(
                        "SELECT count(*) FROM outbox WHERE user_account_id = $1",
                        account.Id
                    ) == 0;
            },
            () => "amoCRM is still to be asked"
        );
}
