using Microsoft.EntityFrameworkCore.Design;

namespace AmoCrmQualification.Infrastructure.Persistence;

/// <summary>Makes the context for `dotnet ef`, which needs the model and no database; see ./dev migrate.</summary>
internal sealed class DesignTimeContextFactory : IDesignTimeDbContextFactory<AppDbContext>
{
    public AppDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<AppDbContext>().UseNpgsql("Host=nowhere").Options, new NoCaller());

    private sealed class NoCaller : ICaller
    {
        public bool MayUseEveryAccount => false;

        public bool MayChangeAccounts => false;

        public bool SeesContacts => false;

        public IReadOnlyList<UserAccountId> Accounts => [];

        public void ActFor(UserAccountId account) => throw new NotSupportedException();
    }
}
