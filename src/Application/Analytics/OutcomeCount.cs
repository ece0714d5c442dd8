using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Analytics;

/// <param name="TooYoung">Leads that the mode cannot speak of yet; none of them counts as qualified.</param>
/// <param name="Won">Leads with a paid sale; <c>WonQualified</c> of them also qualify.</param>
/// <param name="Mature">Leads that have had their time to qualify.</param>
/// <param name="WonWithoutAmount">Leads with a paid sale whose amount is not known.</param>
/// <param name="Revenue">Of paid sales, whenever they were closed; unknown as soon as one of them is.</param>
/// <param name="QualifiedNow">Leads whose stage is flagged now, whatever the mode.</param>
/// <param name="QualifiedEver">Leads that ever entered a flagged stage, whatever the mode.</param>
public sealed record OutcomeCount(
    long Leads,
    long TooYoung,
    long Qualified,
    long Won,
    long WonQualified,
    long WonWithoutAmount,
    long Mature,
    MoneySum Revenue,
    long QualifiedNow,
    long QualifiedEver
)
{
    public static readonly OutcomeCount None = new(0, 0, 0, 0, 0, 0, 0, MoneySum.Nothing, 0, 0);

    public static OutcomeCount operator +(OutcomeCount a, OutcomeCount b) =>
        new(
            a.Leads + b.Leads,
            a.TooYoung + b.TooYoung,
            a.Qualified + b.Qualified,
            a.Won + b.Won,
            a.WonQualified + b.WonQualified,
            a.WonWithoutAmount + b.WonWithoutAmount,
            a.Mature + b.Mature,
            MoneySum.From([a.Revenue, b.Revenue]),
            a.QualifiedNow + b.QualifiedNow,
            a.QualifiedEver + b.QualifiedEver
        );
}

/// <summary>Leads in all, and those created on days that have spend: only what they cost is known.</summary>
/// <param name="QualifiedWithSpend">
/// Of the leads with spend those that qualify, created on days all of whose leads are old enough: what their spend is divided by.
/// </param>
public sealed record SpendOutcome(OutcomeCount All, OutcomeCount WithSpend, long QualifiedWithSpend)
{
    public static readonly SpendOutcome None = new(OutcomeCount.None, OutcomeCount.None, 0);
}

/// <param name="Creative">Null for the leads that no creative is known for.</param>
public sealed record CreativeCount(CreativeId? Creative, SpendOutcome Outcome);

/// <summary>Persons behind leads: known again by their phone, without one by their e-mail; else each lead is one.</summary>
/// <param name="ByCreative">Under the default id are those of leads that no creative is known for.</param>
public sealed record PeopleCount(long All, IReadOnlyDictionary<CreativeId, long> ByCreative);

/// <param name="Creative">Null for the leads that no creative is known for.</param>
public sealed record QualifiedCount(CreativeId? Creative, long Leads, long Qualified);

/// <summary>Leads of a filter, whether figures count them or not.</summary>
/// <param name="Creative">Null for the leads that no creative is known for.</param>
/// <param name="Leads">With a deal or without one; not deleted and no tests.</param>
/// <param name="Deleted">Leads whose deal was deleted.</param>
/// <param name="Tests">Leads marked as tests that are not deleted.</param>
public sealed record ChosenCount(CreativeId? Creative, long Leads, long Deleted, long Tests);
