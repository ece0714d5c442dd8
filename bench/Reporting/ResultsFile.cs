namespace AmoCrmQualification.Bench.Reporting;

/// <summary>The file of results: a section for each topic, of which a run replaces those that it measured.</summary>
internal static class ResultsFile
{
    private const string Title = "# Results of ./dev bench";
    private const string Mark = "## ";

    public static async Task MergeAsync(string path, IReadOnlyDictionary<Topic, string> measured)
    {
        var before = File.Exists(path) ? await File.ReadAllTextAsync(path) : "";
        var sections = Enum.GetValues<Topic>()
            .Select(topic => measured.TryGetValue(topic, out var text) ? $"{Mark}{topic}\n\n{text}" : Section(before, topic))
            .Where(section => section is not null);
        await File.WriteAllTextAsync(path, $"{Title}\n\n{string.Join('\n', sections)}");
    }

    /// <summary>The section as it stands in the file, its heading included.</summary>
    private static string? Section(string text, Topic topic)
    {
        var start = text.IndexOf($"{Mark}{topic}\n", StringComparison.Ordinal);
        if (start < 0)
            return null;
        var end = text.IndexOf($"\n{Mark}", start, StringComparison.Ordinal);
        return end < 0 ? text[start..] : text[start..end];
    }
}
