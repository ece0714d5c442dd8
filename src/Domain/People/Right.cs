namespace AmoCrmQualification.Domain.People;

/// <summary>A right of a caller; each route needs one.</summary>
public enum Right
{
    /// <summary>Read figures, leads, their history and their sales.</summary>
    Read,

    /// <summary>Work with leads, stages, creatives and spend.</summary>
    Work,

    /// <summary>Change an account: settings, connection, secrets.</summary>
    Configure,

    /// <summary>Create accounts and their keys, manage users.</summary>
    Administer,

    /// <summary>Read and end the session of the own browser, change the own password.</summary>
    OwnSession,

    /// <summary>Read the page of a share link.</summary>
    Share,
}

public static class RoleRights
{
    /// <summary>Returns the rights of a role in its accounts.</summary>
    public static IReadOnlyList<Right> Rights(this PersonRole role) =>
        role switch
        {
            PersonRole.Admin => [Right.Read, Right.Work, Right.Configure, Right.Administer],
            PersonRole.Member => [Right.Read, Right.Work],
            PersonRole.Viewer => [Right.Read],
        };
}
