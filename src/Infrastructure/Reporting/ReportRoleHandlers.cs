using AmoCrmQualification.Application.Data;
using AmoCrmQualification.Application.Reporting;

namespace AmoCrmQualification.Infrastructure.Reporting;

internal sealed class IssueReportRoleHandler(IAppDbContext db, NpgsqlDataSource database, RoleAdministration administration)
    : IRequestHandler<IssueReportRoleCommand, IssuedReportRole>
{
    public async Task<IssuedReportRole> Handle(IssueReportRoleCommand command, CancellationToken cancellationToken)
    {
        var account = await db.AccountAsync(command.Account, cancellationToken);
        ReportRole role = new(account.Id);
        var password = ReportRole.NewPassword();
        await administration.DoAsync(connection => role.IssueAsync(connection, password, cancellationToken), cancellationToken);
        await administration.DoAsync(connection => role.DisconnectAsync(connection, cancellationToken), cancellationToken);
        return role.Show(password, new(database.ConnectionString));
    }
}

internal sealed class DropReportRoleHandler(IAppDbContext db, RoleAdministration administration)
    : IRequestHandler<DropReportRoleCommand, Unit>
{
    public async Task<Unit> Handle(DropReportRoleCommand command, CancellationToken cancellationToken)
    {
        var account = await db.AccountAsync(command.Account, cancellationToken);
        ReportRole role = new(account.Id);
        await administration.DoAsync(connection => role.LockAsync(connection, cancellationToken), cancellationToken);
        await administration.DoAsync(connection => role.DropAsync(connection, cancellationToken), cancellationToken);
        return Unit.Value;
    }
}
