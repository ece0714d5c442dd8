using System.Xml.Linq;

namespace AmoCrmQualification.Infrastructure.Persistence;

/// <summary>A key of Data Protection as it is stored: its secret lies in the XML either plain and marked, or wrapped.</summary>
internal static class StoredKey
{
    private static readonly XNamespace DataProtection = "http://schemas.asp.net/2015/03/dataProtection";
    private static readonly XName Marked = DataProtection + "requiresEncryption";
    private static readonly XName Envelope = DataProtection + "encryptedSecret";

    public static bool IsPlain(XElement key) => PlainSecrets(key).Any();

    public static bool IsOpenedBy(XElement key, MasterKey? master) =>
        Wrapped(key).All(wrapped => master?.TryUnwrap(wrapped) is not null);

    /// <summary>The same key wrapped by the current master key alone; null when neither opens it.</summary>
    public static XElement? Rewrap(XElement key, MasterKey current, MasterKey? former)
    {
        var copy = new XElement(key);
        foreach (var wrapped in Wrapped(copy).Where(wrapped => current.TryUnwrap(wrapped) is null).ToList())
        {
            if (former?.TryUnwrap(wrapped) is not { } secret)
                return null;
            wrapped.ReplaceWith(current.Wrap(secret));
        }

        foreach (var secret in PlainSecrets(copy).ToList())
            secret.ReplaceWith(
                new XElement(
                    Envelope,
                    new XAttribute("decryptorType", typeof(MasterKeyDecryptor).AssemblyQualifiedName!),
                    current.Wrap(secret)
                )
            );
        return copy;
    }

    private static IEnumerable<XElement> PlainSecrets(XElement key) =>
        key.DescendantsAndSelf().Where(element => (bool?)element.Attribute(Marked) == true);

    private static IEnumerable<XElement> Wrapped(XElement key) => key.Descendants(Envelope).Elements();
}
