using AmoCrmQualification.Application.People;
using AmoCrmQualification.Domain.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AmoCrmQualification.Infrastructure.People;

/// <summary>Passwords as ASP.NET Core Identity hashes and checks them.</summary>
internal sealed class IdentityPasswords(
    AppDbContext db,
    UserManager<PersonRow> users,
    IPasswordHasher<PersonRow> hasher,
    DummyPasswordHash nobody
) : IPasswords
{
    public async Task<Person?> WhoseAsync(string email, string password, CancellationToken cancellationToken)
    {
        var row = await users.FindByEmailAsync(email);
        if (row?.PasswordHash is null)
        {
            hasher.VerifyHashedPassword(nobody.Row, nobody.Hash, password);
            return null;
        }

        return await users.CheckPasswordAsync(row, password) ? row.ToPerson() : null;
    }

    public async Task<Person> SetAsync(Person person, string password, CancellationToken cancellationToken)
    {
        var stamp = Guid.CreateVersion7().ToString();
        var hash = hasher.HashPassword(nobody.Row, password);
        await db.Set<PersonRow>()
            .Where(u => u.Id == person.Id.Value)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(u => u.PasswordHash, hash)
                        .SetProperty(u => u.SecurityStamp, stamp)
                        .SetProperty(u => u.ConcurrencyStamp, Guid.CreateVersion7().ToString()),
                cancellationToken
            );
        return person with { HasPassword = true, Stamp = stamp };
    }
}

/// <summary>A hash to check against when there is no user, so that an answer takes as long as when there is one.</summary>
internal sealed class DummyPasswordHash
{
    public DummyPasswordHash(IOptions<PasswordHasherOptions> options) =>
        Hash = new PasswordHasher<PersonRow>(options).HashPassword(Row, Guid.CreateVersion7().ToString());

    public PersonRow Row { get; } = new();

    public string Hash { get; }
}
