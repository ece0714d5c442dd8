using AmoCrmQualification.Api;
using AmoCrmQualification.Api.Configuration;
using AmoCrmQualification.Infrastructure.EmbeddedPostgres;

try
{
    var command = Commands.Read(args);
    var builder = ServiceSetup.NewBuilder(args);
    builder.UseDefaultAddress();
    var settings = SettingsReader.Read(builder.Configuration);
    await using var database = await ServiceDatabase.OpenAsync(settings);
    builder.AddService(settings, database);

    await using var app = builder.Build();
    if (command is not null)
        return await app.DoAsync(command, CancellationToken.None);

    app.MapService();
    await app.RunAsync();
    return 0;
}
catch (UnknownCommandException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return UnknownCommandException.ExitCode;
}
catch (Exception e) when (e is ConfigurationException or EmbeddedPostgresException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}

/// <summary>Lets tests start the service in their own process.</summary>
public partial class Program;
