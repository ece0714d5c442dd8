/// <summary>A temporary directory that the user who runs PostgreSQL may pass through.</summary>
internal static class TestDirectory
{
    private const UnixFileMode Passable =
        UnixFileMode.UserRead
        | UnixFileMode.UserWrite
        | UnixFileMode.UserExecute
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherExecute;

    public static string Create()
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("amocrm-tests-");
        directory.UnixFileMode = Passable;
        return directory.FullName;
    }

    public static void Delete(string path)
    {
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
    }
}
