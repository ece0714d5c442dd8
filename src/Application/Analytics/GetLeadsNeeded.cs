using AmoCrmQualification.Domain.Analytics;
using FluentValidation;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>Size of a comparison that tells two rates apart.</summary>
/// <param name="Account">The account that plans it; the answer is the same for all.</param>
/// <param name="FromRate">Percent: the others' rate.</param>
/// <param name="ToRate">Percent: the creative's rate.</param>
/// <param name="Creatives">Creatives of the direction, this one included.</param>
public sealed record GetLeadsNeededQuery(UserAccountId Account, double FromRate, double ToRate, int Creatives)
    : IRequest<LeadsNeeded>;

internal sealed class GetLeadsNeededValidator : AbstractValidator<GetLeadsNeededQuery>
{
    private const int MostCreatives = 10_000;

    public GetLeadsNeededValidator()
    {
        RuleFor(q => q.FromRate).ExclusiveBetween(0, 100).WithMessage("A rate is more than 0 and less than 100 percent.");
        RuleFor(q => q.ToRate).ExclusiveBetween(0, 100).WithMessage("A rate is more than 0 and less than 100 percent.");
        RuleFor(q => q.ToRate).NotEqual(q => q.FromRate).WithMessage("Equal rates are never told apart.");
        RuleFor(q => q.Creatives).InclusiveBetween(2, MostCreatives).WithMessage($"Creatives are 2 to {MostCreatives}.");
    }
}

/// <param name="LeadsPerCreative">Judged leads that each creative needs; null where rates are too near for any number.</param>
public sealed record LeadsNeeded(long? LeadsPerCreative);

internal sealed class GetLeadsNeededHandler : IRequestHandler<GetLeadsNeededQuery, LeadsNeeded>
{
    public Task<LeadsNeeded> Handle(GetLeadsNeededQuery query, CancellationToken cancellationToken) =>
        Task.FromResult(new LeadsNeeded(Experiment.LeadsPerCreative(query.FromRate / 100, query.ToRate / 100, query.Creatives)));
}
