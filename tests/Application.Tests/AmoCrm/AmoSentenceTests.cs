using AmoCrmQualification.Infrastructure.AmoCrm;
using AmoCrmQualification.Infrastructure.AmoCrm.Wire;

namespace AmoCrmQualification.Application.Tests.AmoCrm;

internal sealed class AmoSentenceTests
{
    [TestCase("Webhooks limit exceeded", null, null, "Webhooks limit exceeded")]
    [TestCase("Bad Request", "Превышен лимит вебхуков.", null, "Bad Request: Превышен лимит вебхуков")]
    [TestCase("Bad Request", "bad request", "Token has been revoked", "Bad Request: Token has been revoked")]
    [TestCase(null, "<b>No</b> rights<script>alert(1)</script>", null, "No rights alert(1)")]
    [TestCase(null, "a\r\nSet-Cookie: b\u0000\u202Ec\td", null, "a Set-Cookie: b c d")]
    [TestCase(" ", "", null, null)]
    [TestCase(null, null, null, null)]
    public void It_is_what_amoCRM_says_in_one_line(string? title, string? detail, string? hint, string? expected) =>
        Assert.That(Sentence(title, detail, hint), Is.EqualTo(expected));

    [Test]
    public void What_is_wrong_with_fields_is_part_of_it()
    {
        var problem = new ProblemWire(
            "Bad Request",
            "Request validation failed",
            Hint: null,
            [
                new("0", [new("NotSupportedChoice", "status_id", "The value you selected is not a valid choice.")]),
                new("1", [new("InvalidType", "x", null)]),
            ]
        );

        Assert.That(
            AmoSentence.From(problem, []),
            Is.EqualTo("Bad Request: Request validation failed: The value you selected is not a valid choice: InvalidType")
        );
    }

    [TestCase("The token secret-1 is refused", "The token … is refused")]
    [TestCase("Got eyJhbGciOi.eyJhdWQi.sig_-x here", "Got … here")]
    [TestCase("Got 0123456789abcdef0123456789abcdef", "Got …")]
    public void No_token_is_in_it(string said, string expected) => Assert.That(Sentence(said, null, null), Is.EqualTo(expected));

    [Test]
    public void It_is_short()
    {
        var sentence = Sentence(string.Concat(Enumerable.Repeat("😀 да ", 400)), null, null)!;

        Assert.That(sentence, Has.Length.InRange(150, 160).And.EndsWith("…"));
        Assert.That(sentence.Any(char.IsSurrogate) && char.IsHighSurrogate(sentence[^2]), Is.False);
    }

    private static string? Sentence(string? title, string? detail, string? hint) =>
        AmoSentence.From(new(title, detail, hint, ValidationErrors: null), ["secret-1", null, ""]);
}
