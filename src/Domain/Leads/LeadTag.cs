namespace AmoCrmQualification.Domain.Leads;

/// <summary>The tag by which a deal that was pushed is known as its lead's: <c>lead:{id}</c>.</summary>
public static class LeadTag
{
    private const string Prefix = "lead:";

    public static string From(LeadId lead) => Prefix + lead.Value;

    /// <summary>Returns the lead that a tag names, or null when it is not one of ours by its form.</summary>
    public static LeadId? Parse(string tag) =>
        tag.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && Guid.TryParse(tag[Prefix.Length..], out var id)
            ? new(id)
            : null;
}
