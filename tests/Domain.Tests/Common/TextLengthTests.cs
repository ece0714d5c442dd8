using AmoCrmQualification.Domain.Common;

namespace AmoCrmQualification.Domain.Tests.Common;

internal sealed class TextLengthTests
{
    [TestCase("abc", 3, ExpectedResult = "abc")]
    [TestCase("abcd", 3, ExpectedResult = "abc")]
    [TestCase("ab😀", 3, ExpectedResult = "ab")]
    [TestCase("a😀b", 3, ExpectedResult = "a😀")]
    [TestCase("", 3, ExpectedResult = "")]
    public string A_text_is_cut_between_characters(string text, int longest) => TextLength.Cut(text, longest);
}
