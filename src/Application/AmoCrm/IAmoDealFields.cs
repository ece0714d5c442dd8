namespace AmoCrmQualification.Application.AmoCrm;

/// <summary>A custom field of deals.</summary>
/// <param name="Code">Only system fields have one, in capitals.</param>
public sealed record AmoDealField(long Id, string? Code, string? Name, string? Type);

public interface IAmoDealFields
{
    /// <summary>All fields of deals of the account's amoCRM.</summary>
    Task<IReadOnlyList<AmoDealField>> GetAsync(UserAccountId account, CancellationToken cancellationToken);
}
