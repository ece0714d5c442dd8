using AmoCrmQualification.Application.Campaigns.AdFiles;
using AmoCrmQualification.Domain.Common;

namespace AmoCrmQualification.Application.Tests.Campaigns.AdFiles;

/// <summary>Columns that a person names.</summary>
public sealed class ColumnMappingTests
{
    private const string File = "Bericht\nTag,Anzeige,Kosten (EUR),Klicks,Impressions\n2026-11-01,a,5.50,7,8\n";
    private const string Mapping = """{"tag":"date","ANZEIGE":"ad_id","Kosten (EUR)":"spend","Klicks":"ignore"}""";

    [Test]
    public void An_unknown_file_is_read_as_it_was_mapped()
    {
        var table = SpendTableReader.Read(
            SpendFiles.Utf8(File),
            new(ColumnMapping.Parse(Mapping), ColumnMappings.None.Remembered)
        );

        Assert.That(table.Heading.Format, Is.EqualTo(SpendFormat.Mapped));
        Assert.That(
            ReportSample.Read(table).Rows.Select(SpendFiles.Told),
            Is.EqualTo(["2026-11-01 a 5.50 EUR 8"]),
            "what was not mapped keeps its usual meaning"
        );
    }

    [Test]
    public void A_mapping_is_remembered_by_the_headings_in_any_order()
    {
        var key = ColumnMapping.KeyFrom(["Impressions", "KLICKS ", "Kosten (EUR)", "Anzeige", "Tag"]);
        var remembered = new ColumnMappings(null, new Dictionary<string, ColumnMapping> { [key] = ColumnMapping.Parse(Mapping) });

        Assert.That(SpendTableReader.Read(SpendFiles.Utf8(File), remembered).Heading.Format, Is.EqualTo(SpendFormat.Mapped));
        Assert.That(
            SpendTableReader
                .Read(SpendFiles.Utf8(File.Replace("Klicks", "Klicks 2", StringComparison.Ordinal)), remembered)
                .Heading.Errors,
            Has.Count.EqualTo(1),
            "another set of headings is another file"
        );
    }

    [Test]
    public void A_mapping_survives_its_storage() =>
        Assert.That(
            ColumnMapping.Parse(ColumnMapping.Parse(Mapping).ToJson()).Columns,
            Is.EquivalentTo(ColumnMapping.Parse(Mapping).Columns)
        );

    [Test]
    public void A_mapping_of_columns_that_the_file_lacks_is_refused()
    {
        var mappings = new ColumnMappings(ColumnMapping.Parse("""{"Fremd":"spend"}"""), ColumnMappings.None.Remembered);

        Assert.That(
            SpendTableReader.Read(SpendFiles.Utf8("date,ad_id,spend\n2026-11-01,a,5"), mappings).Heading.Errors.Single().Message,
            Does.Contain("mapped")
        );
    }

    [TestCase("")]
    [TestCase("[]")]
    [TestCase("""{"a":1}""")]
    [TestCase("""{"a":"price"}""")]
    public void A_mapping_that_is_none_is_refused(string json) =>
        Assert.That(() => ColumnMapping.Parse(json), Throws.TypeOf<DomainException>());
}
