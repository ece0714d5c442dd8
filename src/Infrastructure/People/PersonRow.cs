using AmoCrmQualification.Domain.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmoCrmQualification.Infrastructure.People;

/// <summary>A user as ASP.NET Core Identity stores it, with its rights and its open invitation.</summary>
internal sealed class PersonRow : IdentityUser<Guid>
{
    public PersonRole Role { get; set; }

    /// <summary>Small and read at every call, so it stays with the user; accounts are never removed.</summary>
    public Guid[] AccountIds { get; set; } = [];

    public bool HideContacts { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? InvitedAt { get; set; }
    public byte[]? InvitationHash { get; set; }
    public DateTimeOffset? InvitationExpiresAt { get; set; }

    public static PersonRow From(Person person) =>
        new()
        {
            Id = person.Id.Value,
            UserName = person.Email,
            Email = person.Email,
            Role = person.Role,
            AccountIds = IdsOf(person),
            HideContacts = person.HideContacts,
            CreatedAt = person.CreatedAt,
        };

    public static Guid[] IdsOf(Person person) => [.. person.Accounts.Select(a => a.Value)];

    public Person ToPerson() =>
        new Person(new(Id), Email!, Role, [], CreatedAt)
        {
            HasPassword = PasswordHash is not null,
            Stamp = SecurityStamp,
            InvitedAt = InvitedAt,
            InvitationExpiresAt = InvitationExpiresAt,
        }.WithRights(Role, [.. AccountIds.Select(id => new UserAccountId(id))], HideContacts);
}

internal sealed class PersonConfiguration : IEntityTypeConfiguration<PersonRow>
{
    public void Configure(EntityTypeBuilder<PersonRow> builder)
    {
        builder.ToTable("users");
        builder.HasKey(u => u.Id);
        builder.Property(u => u.Id).ValueGeneratedNever();

        builder.Property(u => u.HideContacts).HasDefaultValue(false); // an older program does not name it
        builder.Property(u => u.Email).IsRequired();
        builder.Property(u => u.NormalizedEmail).IsRequired();
        builder.Property(u => u.ConcurrencyStamp).IsConcurrencyToken();
        builder.HasIndex(u => u.NormalizedEmail).IsUnique(); // sign-in, and one user to an e-mail
        builder.HasIndex(u => u.InvitationHash).IsUnique(); // who comes with a link
        builder.HasIndex(u => new { u.CreatedAt, u.Id }); // the list, newest first

        // Of Identity's fields those that serve nothing here.
        builder.Ignore(u => u.EmailConfirmed);
        builder.Ignore(u => u.PhoneNumber);
        builder.Ignore(u => u.PhoneNumberConfirmed);
        builder.Ignore(u => u.TwoFactorEnabled);
        builder.Ignore(u => u.LockoutEnd);
        builder.Ignore(u => u.LockoutEnabled);
        builder.Ignore(u => u.AccessFailedCount);
    }
}
