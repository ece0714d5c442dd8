using Microsoft.Extensions.Logging;

namespace AmoCrmQualification.Infrastructure.EmbeddedPostgres;

/// <summary>
/// The service's private PostgreSQL. The holder of the lock owns the cluster: starts it, starts it again when it dies, stops it at
/// the end. A second process on the same data directory uses it, and becomes the owner when the first one is gone.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_watch = TimeSpan.FromSeconds(1);

    private readonly EmbeddedPostgresOptions _options;
    private readonly ClusterLocation _location;
    private readonly ClusterConfiguration _configuration;
    private readonly ClusterDatabase _database;
    private readonly ServerPrograms _programs;
    private readonly ProgramsWatch _programsWatch;
    private readonly Postmaster _postmaster;
    private readonly CancellationTokenSource _stopping = new();
    private readonly SemaphoreSlim _gate = new(1, 1);
    private FileStream? _ownership;
    private Task _watching = Task.CompletedTask;
    private bool _disposed;

    private EmbeddedPostgres(EmbeddedPostgresOptions options, ClusterLocation location, PostgresBinaries binaries)
    {
        _options = options;
        _location = location;
        _configuration = new(location, options);
        _database = new(location);
        _programs = new(location, binaries);
        _programsWatch = new(_programs, options.ProgramsCheck);
        _postmaster = new(location, binaries, _configuration, _programs, options.Durable);
    }

    public string ConnectionString => _database.ConnectionString;

    /// <summary>Of the superuser, for the same database.</summary>
    public string AdministratorConnectionString => _database.AdministratorConnectionString;

    internal bool IsOwner => _ownership is not null;

    internal ClusterLocation Location => _location;

    internal int? ProcessId => _postmaster.RunningProcessId();

    public static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows())
            throw new EmbeddedPostgresException(
                "The embedded PostgreSQL needs Linux: set ConnectionStrings__Postgres to a server."
            );

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.StartTimeout);
        try
        {
            ClusterLocation location = await ClusterLocation.LocateAsync(options.DataDirectory, limit.Token);
            PostgresBinaries binaries = await PostgresBinaries.FindAsync(location.Major, options.Programs, limit.Token);
            var postgres = new EmbeddedPostgres(options, location, binaries);
            await postgres.OpenAsync(limit.Token);
            return postgres;
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new EmbeddedPostgresException($"PostgreSQL did not become ready within {options.StartTimeout}.", e);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new EmbeddedPostgresException($"The directory of the embedded PostgreSQL cannot be used: {e.Message}", e);
        }
        catch (PostgresException e)
        {
            throw new EmbeddedPostgresException($"PostgreSQL runs but cannot be set up: {e.MessageText}", e);
        }
    }

    /// <summary>Stops the server, lets the caller look at a world without it, and starts it again.</summary>
    internal async Task RestartAsync(Func<Task> meanwhile, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await _postmaster.StopAsync(cancellationToken);
            await meanwhile();
            await RunAsync(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _disposed = true;
        await StopWatchingAsync();
        if (IsOwner)
            await _postmaster.StopAsync(CancellationToken.None);
        await LetGoAsync();
        _gate.Dispose();
        _stopping.Dispose();
    }

    /// <summary>Leaves the server running and the lock free, as a killed service does.</summary>
    internal async Task AbandonAsync()
    {
        await StopWatchingAsync();
        await LetGoAsync();
    }

    private async Task StopWatchingAsync()
    {
        _programsWatch.Dispose();
        await _stopping.CancelAsync();
        await _watching;
    }

    private async Task LetGoAsync()
    {
        if (_ownership is not null)
            await _ownership.DisposeAsync();
        _ownership = null;
    }

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (!await TryOwnAsync(cancellationToken) && !await _database.IsPreparedAsync(cancellationToken))
                await Task.Delay(s_poll, cancellationToken);
        }
        catch
        {
            await DisposeAsync();
            throw;
        }

        _options.Logger.LogInformation(
            "PostgreSQL runs in {Directory} (owned by this process: {Owned})",
            _location.Root,
            IsOwner
        );
        _watching = WatchAsync(_stopping.Token);
    }

    private async Task<bool> TryOwnAsync(CancellationToken cancellationToken)
    {
        _ownership = TryLock();
        if (_ownership is null)
            return false;
        await RunAsync(cancellationToken);
        return true;
    }

    /// <summary>The kernel lets go of the lock when the process ends, however it ends.</summary>
    private FileStream? TryLock()
    {
        const int HeldElsewhere = 11; // EWOULDBLOCK
        try
        {
            return new FileStream(_location.OwnerLock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e.HResult == HeldElsewhere)
        {
            return null;
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        await _postmaster.CreateAsync(cancellationToken);
        if (!await AdoptAsync(cancellationToken))
            await _postmaster.StartAsync(_options.StartTimeout, cancellationToken);
        await _database.PrepareAsync(cancellationToken);
    }

    /// <summary>Takes over a server that outlived its service, unless it was started with other settings or programs.</summary>
    private async Task<bool> AdoptAsync(CancellationToken cancellationToken)
    {
        if (
            _postmaster.RunningProcessId() is not null
            && (!_configuration.IsWritten() || await _programs.WereReplacedAsync(cancellationToken))
        )
            await _postmaster.StopAsync(cancellationToken);

        while (_postmaster.RunningProcessId() is not null) // it may be recovering, or on its way out
        {
            if (await _database.AnswersAsync(cancellationToken))
                return true;
            await Task.Delay(s_poll, cancellationToken);
        }

        return false;
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(s_watch);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
                await CareAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // disposed
        }
    }

    /// <summary>Starts a server that is gone, and restarts one whose programs were replaced under it.</summary>
    internal async Task CareAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            _ownership ??= TryLock();
            if (_ownership is null)
                return;
            if (_postmaster.RunningProcessId() is null)
                _options.Logger.LogWarning("PostgreSQL in {Directory} is gone, starting it again", _location.Root);
            else if (await _programsWatch.FindsReplacedAsync(cancellationToken))
                _options.Logger.LogWarning(
                    "The programs of PostgreSQL in {Directory} were replaced, restarting it",
                    _location.Root
                );
            else
                return;
            await RunAsync(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            _options.Logger.LogError(e, "PostgreSQL in {Directory} does not run; the next attempt follows", _location.Root);
        }
        finally
        {
            _gate.Release();
        }
    }
}
