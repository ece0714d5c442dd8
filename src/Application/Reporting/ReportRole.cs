namespace AmoCrmQualification.Application.Reporting;

/// <summary>
/// Makes the PostgreSQL role that reads one account's rows of the report views, or gives it a new password: the former is
/// refused at once.
/// </summary>
public sealed record IssueReportRoleCommand(UserAccountId Account) : IRequest<IssuedReportRole>;

/// <param name="Password">Shown this once.</param>
/// <param name="ConnectionString">As .NET writes it.</param>
/// <param name="Uri">The same as psql and most BI tools take it.</param>
public sealed record IssuedReportRole(string Role, string Password, string ConnectionString, string Uri);

/// <summary>Drops the account's role; whoever is connected as it is disconnected.</summary>
public sealed record DropReportRoleCommand(UserAccountId Account) : IRequest;
