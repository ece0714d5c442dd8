namespace AmoCrmQualification.Infrastructure.EmbeddedPostgres;

/// <summary>Reads the logs of a cluster since a moment, so that a failure is of this attempt to start, not of an earlier one.</summary>
internal sealed class ServerLogs
{
    private const string Start = "start.log"; // begun anew by each start

    private readonly string _directory;
    private readonly Dictionary<string, long> _lengths;

    private ServerLogs(string directory)
    {
        _directory = directory;
        _lengths = Files(directory).Where(f => f.Name != Start).ToDictionary(f => f.Name, f => f.Length, StringComparer.Ordinal);
    }

    public static ServerLogs SinceNow(string directory) => new(directory);

    /// <summary>The last line that tells a failure, without its time.</summary>
    public string Reason() =>
        ReasonIn(
            string.Join('\n', Files(_directory).OrderBy(f => f.Name != Start).ThenBy(f => f.LastWriteTimeUtc).Select(Added))
        );

    public static string ReasonIn(string text)
    {
        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        int at = Array.FindLastIndex(
            lines,
            l => l.Contains("FATAL:", StringComparison.Ordinal) || l.Contains("error:", StringComparison.Ordinal)
        );
        if (at < 0)
            return Command.LastLine(text);
        bool pointsBack = at > 0 && lines[at].Contains("contains errors", StringComparison.Ordinal);
        return WithoutTime(pointsBack ? lines[at - 1] : lines[at]);
    }

    private static FileInfo[] Files(string directory) => new DirectoryInfo(directory).GetFiles("*.log");

    private string Added(FileInfo file)
    {
        using FileStream stream = file.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        long before = _lengths.GetValueOrDefault(file.Name);
        stream.Position = before <= stream.Length ? before : 0; // shorter: the week is over, it was begun anew
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string WithoutTime(string line) => line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..].TrimStart();
}
