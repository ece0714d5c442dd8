using AmoCrmQualification.Infrastructure.EmbeddedPostgres;

namespace AmoCrmQualification.Api.Configuration;

/// <summary>The PostgreSQL the service works with: a given one, or its own, which stops with it.</summary>
public sealed class ServiceDatabase : IAsyncDisposable
{
    private readonly EmbeddedPostgres? _own;

    private ServiceDatabase(string connectionString, EmbeddedPostgres? own) => (ConnectionString, _own) = (connectionString, own);

    public string ConnectionString { get; }

    public bool IsEmbedded => _own is not null;

    /// <summary>Of the superuser of its own; null where another is given.</summary>
    public string? AdministratorConnectionString => _own?.AdministratorConnectionString;

    public static async Task<ServiceDatabase> OpenAsync(ServiceSettings settings)
    {
        if (settings.ConnectionStrings.Postgres is { } given)
            return new(given, own: null);
        var own = await EmbeddedPostgres.StartAsync(new() { DataDirectory = settings.Storage.FullPath }, CancellationToken.None);
        return new(own.ConnectionString, own);
    }

    public async ValueTask DisposeAsync()
    {
        if (_own is not null)
            await _own.DisposeAsync();
    }
}
