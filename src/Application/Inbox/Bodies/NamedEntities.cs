using System.Globalization;

namespace AmoCrmQualification.Application.Inbox.Bodies;

/// <summary>Deals and contacts by which a body may show a person.</summary>
public sealed record NamedEntities(IReadOnlySet<DealId> Deals, IReadOnlySet<AmoContactId> Contacts)
{
    public static readonly NamedEntities None = new(new HashSet<DealId>(), new HashSet<AmoContactId>());

    public bool IsEmpty => Deals.Count == 0 && Contacts.Count == 0;

    internal IEnumerable<string> Numbers =>
        Deals.Select(d => d.Value).Concat(Contacts.Select(c => c.Value)).Select(id => id.ToString(CultureInfo.InvariantCulture));

    public bool Overlaps(NamedEntities other) => Deals.Overlaps(other.Deals) || Contacts.Overlaps(other.Contacts);
}
