namespace AmoCrmQualification.Sandbox.Demo;

internal static class DemoSeeder
{
    public static Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken) => Task.FromResult(arguments.Has("x") && cancellationToken.IsCancellationRequested ? 1 : 0);
}
