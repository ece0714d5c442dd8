/// <summary>A temporary directory that the user who runs PostgreSQL may pass through.</summary>
internal static class TestDirectory
{
    private const UnixFileMode Passable =
        UnixFileMode.UserRead
        | UnixFileMode.UserWrite
        | UnixFileMode.UserExecute
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherExecute;

    /// <summary>In memory where there is enough of it: hundreds of databases are made, each of hundreds of files, and soon dropped.</summary>
    private const string InMemory = "/dev/shm";

    private const long Enough = 4L << 30;

    private static readonly string s_parent =
        Directory.Exists(InMemory) && new DriveInfo(InMemory).AvailableFreeSpace >= Enough ? InMemory : Path.GetTempPath();

    public static string Create()
    {
        DirectoryInfo directory = Directory.CreateDirectory(Path.Combine(s_parent, $"amocrm-tests-{Path.GetRandomFileName()}"));
        directory.UnixFileMode = Passable;
        return directory.FullName;
    }

    public static void Delete(string path)
    {
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
    }
}
