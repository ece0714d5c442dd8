namespace AmoCrmQualification.Application.AmoCrm;

/// <summary>Account of a token, as amoCRM reports it. Unknown is null.</summary>
public sealed record AmoAccountFacts(AmoAccountId Id, string? Currency, string? TimeZone, string? Country);

public interface IAmoAccounts
{
    /// <summary>Asks amoCRM whose token this is.</summary>
    /// <exception cref="Domain.Common.DomainException">amoCRM refuses the token, or cannot be reached.</exception>
    Task<AmoAccountFacts> DescribeAsync(AmoDomain domain, string token, CancellationToken cancellationToken);
}
