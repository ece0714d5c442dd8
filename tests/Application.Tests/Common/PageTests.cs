using System.Text;
using AmoCrmQualification.Application.Common;
using AmoCrmQualification.Domain.Common;

namespace AmoCrmQualification.Application.Tests.Common;

/// <summary>Lists are read page by page; the cursor of a page is the place of its last row.</summary>
internal sealed class PageTests
{
    private static readonly Position[] s_rows =
    [
        .. Enumerable.Range(0, 3).Select(i => new Position(new(2026, 9, 21, 12, 0, i, TimeSpan.Zero), Guid.CreateVersion7())),
    ];

    [Test]
    public void A_page_is_cut_from_one_row_more_and_its_cursor_leads_behind_its_last_row()
    {
        var page = new PageRequest(Limit: 2, Cursor: null).Cut(s_rows, row => row);

        Assert.That(page.Items, Is.EqualTo(s_rows[..2]));
        Assert.That(new PageRequest(Limit: 2, page.NextCursor).After, Is.EqualTo(s_rows[1]));
    }

    [Test]
    public void The_last_page_has_no_cursor()
    {
        var page = new PageRequest(Limit: 3, Cursor: null).Cut(s_rows, row => row);

        Assert.That(page.Items, Is.EqualTo(s_rows));
        Assert.That(page.NextCursor, Is.Null);
    }

    [Test]
    public void A_cursor_is_of_letters_that_an_address_may_have_and_of_no_time_zone()
    {
        var (id, at) = (Guid.CreateVersion7(), new DateTimeOffset(2026, 9, 21, 15, 0, 0, TimeSpan.FromHours(3)));

        var cursor = new Position(at, id).ToString();

        Assert.That(cursor, Does.Match("^[A-Za-z0-9_-]+$"));
        Assert.That(new PageRequest(Limit: null, cursor).After, Is.EqualTo(new Position(at.ToUniversalTime(), id)));
    }

    [TestCase("")]
    [TestCase("..")]
    [TestCase("не курсор")]
    [TestCase("1")]
    [TestCase("1.2")]
    [TestCase("1.018f3c5e7d2a7c3e9b1a2f4d6e8c0a1")]
    [TestCase("-1.018f3c5e7d2a7c3e9b1a2f4d6e8c0a1b")]
    [TestCase("9999999999999999999.018f3c5e7d2a7c3e9b1a2f4d6e8c0a1b")]
    [TestCase("1.018f3c5e7d2a7c3e9b1a2f4d6e8c0a1b.2")]
    public void What_no_list_gave_is_refused(string text)
    {
        foreach (var cursor in (string[])[text, System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text))])
            Assert.That(
                () => new PageRequest(Limit: null, cursor).After,
                Throws.TypeOf<DomainException>().With.Property("Refusal").Property("Field").EqualTo("cursor"),
                cursor
            );
    }

    [TestCase(null, 50)]
    [TestCase(1, 1)]
    [TestCase(500, 500)]
    public void A_page_has_fifty_rows_unless_told_otherwise(int? limit, int size) =>
        Assert.That(new PageRequest(limit, Cursor: null).Size, Is.EqualTo(size));

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(501)]
    public void A_page_of_no_rows_or_too_many_is_refused(int limit) =>
        Assert.That(() => new PageRequest(limit, Cursor: null).Size, Throws.TypeOf<DomainException>());
}
