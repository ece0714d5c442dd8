using System.Collections.Frozen;
using System.Xml;
using System.Xml.Linq;

namespace AmoCrmQualification.Application.Branding;

/// <summary>
/// Leaves the picture of an SVG and nothing else. What may stand in one is listed, the rest is left out: scripts, handlers, styles,
/// animations, foreign content, links, what drawing programs note, and references to anything outside of it.
/// </summary>
internal static class SvgImage
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

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

    /// <summary>Returns the same bytes where nothing is to be left out.</summary>
    public static byte[] MakeHarmless(byte[] content)
    {
        var picture = Read(content);
        List<XNode> nodes = [.. picture.DescendantNodes().Where(node => !IsOfPicture(node))];
        foreach (var node in nodes)
            node.Remove();
        List<XAttribute> attributes = [.. picture.Descendants().Attributes().Where(attribute => !IsHarmless(attribute))];
        foreach (var attribute in attributes)
            attribute.Remove();
        return nodes.Count + attributes.Count == 0 ? content : Write(picture);
    }

    private static XDocument Read(byte[] content)
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
            var picture = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
            return picture.Root!.Name == s_svg + "svg" ? picture : throw Invalid();
        }
        catch (XmlException)
        {
            throw Invalid();
        }
    }

    private static byte[] Write(XDocument picture)
    {
        using var written = new MemoryStream();
        picture.Save(written, SaveOptions.DisableFormatting);
        return written.ToArray();
    }

    private static bool IsOfPicture(XNode node) =>
        node switch
        {
            XElement element => element.Name.Namespace == s_svg && s_elements.Contains(element.Name.LocalName),
            XText => true,
            _ => false,
        };

    private static bool IsHarmless(XAttribute attribute)
    {
        if (attribute.IsNamespaceDeclaration)
            return true;
        if (!s_attributes.Contains(attribute.Name.LocalName))
            return false;
        // What is referred to is a part of the same picture.
        var value = attribute.Value.Trim();
        return attribute.Name.LocalName == "href"
            ? value.StartsWith('#')
            : !value.Contains("url", StringComparison.OrdinalIgnoreCase) || IsOwnPart(value);
    }

    private static bool IsOwnPart(string value) =>
        value.StartsWith("url(#", StringComparison.Ordinal)
        && value.EndsWith(')')
        && value.IndexOf("url", 1, StringComparison.OrdinalIgnoreCase) < 0;

    private static DomainException Invalid() =>
        new(Refusal.Invalid("logo", Reasons.LogoInvalid, "A logo is a PNG, a JPEG or an SVG."));
}
