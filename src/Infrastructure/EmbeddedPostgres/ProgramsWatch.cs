using System.Runtime.ExceptionServices;

namespace AmoCrmQualification.Infrastructure.EmbeddedPostgres;

/// <summary>Compares a running server with the programs on disk: at intervals, and when anybody meets SQLSTATE 58P01.</summary>
internal sealed class ProgramsWatch : IDisposable
{
    private readonly ServerPrograms _programs;
    private readonly TimeSpan _interval;
    private long _checked = TimeProvider.System.GetTimestamp();
    private volatile bool _isSuspected;

    public ProgramsWatch(ServerPrograms programs, TimeSpan interval)
    {
        (_programs, _interval) = (programs, interval);
        AppDomain.CurrentDomain.FirstChanceException += OnException; // whoever in the service meets it
    }

    public void Dispose() => AppDomain.CurrentDomain.FirstChanceException -= OnException;

    /// <summary>True when the comparison was due and found other programs.</summary>
    public async Task<bool> FindsReplacedAsync(CancellationToken cancellationToken)
    {
        if (!_isSuspected && TimeProvider.System.GetElapsedTime(_checked) < _interval)
            return false;
        (_isSuspected, _checked) = (false, TimeProvider.System.GetTimestamp());
        try
        {
            return await _programs.WereReplacedAsync(cancellationToken);
        }
        catch
        {
            _isSuspected = true; // nothing was compared: the next look is not an hour away
            throw;
        }
    }

    private void OnException(object? sender, FirstChanceExceptionEventArgs e)
    {
        if (e.Exception is PostgresException { SqlState: PostgresErrorCodes.UndefinedFile })
            _isSuspected = true;
    }
}
