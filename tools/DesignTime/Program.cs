using AmoCrmQualification.Application.Common;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

Console.WriteLine("Start-up project of `dotnet ef`; see ./dev migrate.");

internal sealed class AppDbContextFactory : IDesignTimeDbContextFactory<AppDbContext>
{
    public AppDbContext CreateDbContext(string[] args) =>
        new(
            new DbContextOptionsBuilder<AppDbContext>()
                .UseNpgsql(Environment.GetEnvironmentVariable("ConnectionStrings__Postgres") ?? "Host=127.0.0.1;Database=design")
                .Options,
            new NoCaller()
        );
}

internal sealed class NoCaller : ICaller
{
    public bool MayUseEveryAccount => false;

    public bool MayChangeAccounts => false;

    public IReadOnlyList<UserAccountId> Accounts => [];

    public void ActFor(UserAccountId account) => throw new NotSupportedException();
}
