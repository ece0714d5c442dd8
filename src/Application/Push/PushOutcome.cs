using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Application.Outbox;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Application.Push;

/// <summary>Outcome of a push for one lead.</summary>
internal abstract record PushOutcome
{
    /// <summary>Time that amoCRM needs before it shows what it has done.</summary>
    public static readonly TimeSpan LookAfter = TimeSpan.FromSeconds(5);

    private PushOutcome(OutboxItem row) => Row = row;

    public OutboxItem Row { get; }

    public LeadId Lead => LeadOf(Row);

    public bool ChangesLead => this is Cancelled or Refused or Made;

    public static LeadId LeadOf(OutboxItem row) => new(Guid.Parse(row.Subject));

    /// <summary>Nothing is left to do: it is not to be sent any more, or has a deal.</summary>
    public sealed record Over(OutboxItem Row) : PushOutcome(Row);

    /// <summary>To be tried again later; an attempt is counted.</summary>
    public sealed record Waits(OutboxItem Row, TimeSpan Delay) : PushOutcome(Row);

    /// <summary>Not sent after all: the person was erased, and amoCRM has nothing of the lead.</summary>
    public sealed record Cancelled(OutboxItem Row) : PushOutcome(Row);

    /// <summary>Refused by amoCRM for good, unless a person asks again.</summary>
    public sealed record Refused(OutboxItem Row, string Error) : PushOutcome(Row);

    /// <summary>Deal at amoCRM, created now or by an earlier request.</summary>
    /// <param name="Card">Null when amoCRM made it but no longer shows it.</param>
    public sealed record Made(OutboxItem Row, DealId Deal, AmoDealCard? Card) : PushOutcome(Row)
    {
        /// <summary>Stage since its creation; or, if it was changed meanwhile, since the last change.</summary>
        public IReadOnlyCollection<DealReport> FirstStage(DealKey deal, DateTimeOffset now)
        {
            if (Card is not { Stage: { } stage, CreatedAt: { } created })
                return [];
            var since = Card.UpdatedAt is { } updated && updated > created ? updated : created;
            var observation = Observation.From(ReportSource.Push, stage, since, now) with { Payload = Card.Json };
            return [new(deal, observation, Price: null, Deletion: null)];
        }
    }
}

/// <summary>Answer of amoCRM to one request to create a batch.</summary>
/// <param name="Ids">Of those it made, by the key they were asked for with.</param>
/// <param name="Errors">Why it refuses some of them for good, by key.</param>
/// <param name="Failure">When nobody knows what it did.</param>
internal sealed record CreateAnswer(
    IReadOnlyDictionary<string, long> Ids,
    IReadOnlyDictionary<string, string> Errors,
    AmoCallException? Failure
)
{
    private static readonly Dictionary<string, long> s_nothing = [];
    private static readonly Dictionary<string, string> s_noErrors = [];

    public CreateAnswer(IReadOnlyDictionary<string, long> ids)
        : this(ids, s_noErrors, Failure: null) { }

    /// <summary>Tells the failures that say something of the batch; others leave everything as it was.</summary>
    public static bool IsGivenBy(AmoCallException e) => e.IsOfTheContent || e.MayHaveBeenDone;

    public static CreateAnswer From(AmoCallException e, IReadOnlyCollection<string> keys)
    {
        if (!e.IsOfTheContent)
            return new(s_nothing, s_noErrors, e);
        var errors = e.Refused.Where(r => keys.Contains(r.RequestId)).ToDictionary(r => r.RequestId, r => r.Error);
        if (errors.Count == 0 && keys.Count == 1)
            errors[keys.Single()] = $"amoCRM answered {e.Status}";
        return new(s_nothing, errors, Failure: null);
    }

    /// <summary>Outcome of what was not created. Unless refused it comes back after a look at what is there, as a batch may be done in part.</summary>
    public PushOutcome OutcomeOf(string key, OutboxItem row) =>
        Errors.TryGetValue(key, out var error)
            ? new PushOutcome.Refused(row, error)
            : new PushOutcome.Waits(row, PushOutcome.LookAfter);
}
