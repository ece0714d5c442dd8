using AmoCrmQualification.Api;
using AmoCrmQualification.Api.Configuration;
using AmoCrmQualification.Infrastructure.Persistence;
using AmoCrmQualification.Infrastructure.Persistence.Embedded;

try
{
    var builder = ServiceSetup.NewBuilder(args);
    builder.UseDefaultAddress();
    var settings = ServiceSettings.Read(builder.Configuration);
    await using var database = await ServiceDatabase.OpenAsync(settings);
    builder.AddService(settings, database);

    await using var app = builder.Build();
    if (args is ["migrate", ..])
    {
        await app.Services.GetRequiredService<DatabaseStartup>().MigrateAsync(CancellationToken.None);
        return 0;
    }

    app.MapService();
    if (args is ["openapi", ..])
    {
        await Console.Out.WriteLineAsync(await app.DescribeAsync(CancellationToken.None));
        return 0;
    }

    await app.RunAsync();
    return 0;
}
catch (Exception e) when (e is ConfigurationException or EmbeddedPostgresException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}

/// <summary>Lets tests start the service in their own process.</summary>
public partial class Program;
