using System.Collections.Frozen;
using System.Xml;

namespace AmoCrmQualification.Application.Branding;

/// <summary>
/// Refuses an SVG that is more than a picture. What may stand in one is listed, all else is refused: scripts, handlers, styles,
/// animations, foreign content, links, and references to anything outside of it.
/// </summary>
internal static class SvgImage
{
    private const string Namespace = "http://www.w3.org/2000/svg";

    private static readonly FrozenSet<string> s_elements = FrozenSet.ToFrozenSet(
        (
            "svg g defs title desc path rect circle ellipse line polyline polygon text tspan linearGradient radialGradient stop "
            + "clipPath mask symbol use"
        ).Split(' '),
        StringComparer.Ordinal
    );

    private static readonly FrozenSet<string> s_attributes = FrozenSet.ToFrozenSet(
        (
            "id class x y x1 y1 x2 y2 dx dy cx cy r rx ry fx fy d points width height viewBox version preserveAspectRatio transform "
            + "fill fill-opacity fill-rule stroke stroke-width stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray "
            + "stroke-dashoffset stroke-opacity opacity color clip-path clip-rule mask offset stop-color stop-opacity gradientUnits "
            + "gradientTransform spreadMethod font-family font-size font-weight font-style text-anchor letter-spacing role aria-label "
            + "clipPathUnits maskUnits href space"
        ).Split(' '),
        StringComparer.Ordinal
    );

    public static void Check(byte[] content)
    {
        try
        {
            using var reader = XmlReader.Create(
                new MemoryStream(content),
                new XmlReaderSettings
                {
                    DtdProcessing = DtdProcessing.Prohibit,
                    XmlResolver = null,
                    MaxCharactersInDocument = content.Length,
                }
            );
            reader.MoveToContent();
            if (reader.LocalName != "svg" || reader.NamespaceURI != Namespace)
                throw Invalid();
            do CheckNode(reader);
            while (reader.Read());
        }
        catch (XmlException)
        {
            throw Invalid();
        }
    }

    private static void CheckNode(XmlReader reader)
    {
        if (reader.NodeType is XmlNodeType.ProcessingInstruction)
            throw Active("a processing instruction");
        if (reader.NodeType is not XmlNodeType.Element)
            return;
        if (reader.NamespaceURI != Namespace || !s_elements.Contains(reader.LocalName))
            throw Active($"the element {reader.LocalName}");
        if (!reader.MoveToFirstAttribute())
            return;
        do CheckAttribute(reader);
        while (reader.MoveToNextAttribute());
        reader.MoveToElement();
    }

    private static void CheckAttribute(XmlReader reader)
    {
        if (reader.Prefix == "xmlns" || reader.Name == "xmlns")
            return;
        if (!s_attributes.Contains(reader.LocalName))
            throw Active($"the attribute {reader.LocalName}");
        // What is referred to is a part of the same picture.
        var value = reader.Value.Trim();
        var refers =
            reader.LocalName == "href" ? value
            : value.Contains("url", StringComparison.OrdinalIgnoreCase) ? Target(value)
            : "#";
        if (!refers.StartsWith('#'))
            throw Active($"a reference in {reader.LocalName}");
    }

    private static string Target(string value) =>
        value.StartsWith("url(#", StringComparison.Ordinal)
        && value.EndsWith(')')
        && value.IndexOf("url", 1, StringComparison.OrdinalIgnoreCase) < 0
            ? "#"
            : value;

    private static DomainException Invalid() =>
        new(Refusal.Invalid("logo", Reasons.LogoInvalid, "A logo is a PNG, a JPEG or an SVG."));

    private static DomainException Active(string what) =>
        new(Refusal.Invalid("logo", Reasons.LogoActive, $"An SVG logo is a picture only; this one has {what}."));
}
