using AmoCrmQualification.Api.Campaigns;
using AmoCrmQualification.Api.Configuration;
using AmoCrmQualification.Api.Http.Auth;
using AmoCrmQualification.Api.Http.Csv;
using AmoCrmQualification.Api.Http.Errors;
using AmoCrmQualification.Api.Http.Json;
using AmoCrmQualification.Api.Mcp;
using AmoCrmQualification.Api.Ops;
using AmoCrmQualification.Api.Schedules;
using AmoCrmQualification.Api.Webhooks;
using AmoCrmQualification.Api.Workers;
using AmoCrmQualification.Application;
using AmoCrmQualification.Infrastructure;
using AmoCrmQualification.Infrastructure.Digests;
using Microsoft.AspNetCore.Mvc.Formatters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace AmoCrmQualification.Api;

/// <summary>Composition of the service.</summary>
internal static class ServiceSetup
{
    private const string DefaultAddress = "http://localhost:5080";
    private const int MaxBody = 1 << 20;

    /// <summary>Its settings and the web app lie where it was started, else beside the program.</summary>
    public static WebApplicationBuilder NewBuilder(string[] args)
    {
        var isHere = File.Exists("appsettings.json") || args.Any(a => a.StartsWith("--contentRoot", StringComparison.Ordinal));
        return WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = args, ContentRootPath = isHere ? null : AppContext.BaseDirectory }
        );
    }

    public static void UseDefaultAddress(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
            builder.WebHost.UseUrls(DefaultAddress);
    }

    public static void AddService(this WebApplicationBuilder builder, ServiceSettings settings, ServiceDatabase database)
    {
        var services = builder.Services;
        if (string.IsNullOrEmpty(builder.Configuration["Logging:Console:FormatterName"]))
            builder.Logging.AddJsonConsole(json =>
                (json.UseUtcTimestamp, json.TimestampFormat) = (true, "yyyy-MM-ddTHH:mm:ss.fffZ")
            );
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBody;
        });
        services.AddSingleton(settings);
        services.AddSingleton(database);
        services.AddHostedService<DatabaseInitializer>(); // first: the others need the database
        services.AddApplication(settings.AutoMapper.LicenseKey);
        var messages = new MessageOptions(settings.Smtp.Options, settings.Telegram.Options);
        services.AddInfrastructure(
            new(
                database.ConnectionString,
                settings.Security.MasterKey,
                new(settings.AmoCrm.ApiBaseUrl, settings.AmoCrm.RequestsPerSecond, settings.AmoCrm.Integration),
                new(settings.Webhooks.RequireSignature),
                new(settings.BaseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/'))
            )
            {
                ReadOnlyConnectionString = settings.ConnectionStrings.PostgresReadOnly,
                AdministratorConnectionString = database.AdministratorConnectionString,
                SignInThrottle = new(settings.SignIn.FailuresPerUser, settings.SignIn.FailuresPerAddress),
                Messages = messages,
            }
        );
        builder.AddTelemetry();
        AddHttp(services, settings);
        services.AddAuth(settings);
        services.AddMcp();
        services.AddWebApp();
        services.AddHostedService<InboxWorker>();
        services.AddHostedService<OutboxWorker>();
        services.AddHostedService<RunWorker>();
        services.AddHostedService<CohortDayWorker>();
        services.AddMessageWorkers(messages);
        services.AddSchedule(settings, database.ConnectionString);
    }

    private static void AddHttp(IServiceCollection services, ServiceSettings settings)
    {
        services
            .AddControllers(options =>
            {
                options.Filters.Add<ShareGate>();
                options.Filters.Add<TenantGate>();
                options.Filters.Add<CsvOnRequest>();
                options.RespectBrowserAcceptHeader = true; // text/csv may come with */*
                options.ModelBinderProviders.Insert(0, new SnakeCaseEnumBinder.Provider());
                options.OutputFormatters.RemoveType<StringOutputFormatter>();
                options.InputFormatters.Insert(0, new AdSpendReader());
                // A form is a file, which AdSpendReader reads and limits itself.
                options.ValueProviderFactories.RemoveType<FormValueProviderFactory>();
                options.ValueProviderFactories.RemoveType<FormFileValueProviderFactory>();
                options.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
                options.OutputFormatters.Add(new CsvFormatter());
            })
            .AddJsonOptions(options => JsonSetup.Apply(options.JsonSerializerOptions))
            .AddMvcOptions(JsonSetup.SpeakPlainJson)
            .ConfigureApiBehaviorOptions(options =>
            {
                options.InvalidModelStateResponseFactory = InvalidModel.Answer;
                options.SuppressMapClientErrors = true; // the status code pages give these their code
            });
        services.ConfigureHttpJsonOptions(options => JsonSetup.Apply(options.SerializerOptions));
        services.AddExceptionHandler<ProblemDetailsHandler>();
        services.AddProblemDetails();
        services.AddOpenApi("v1", OpenApiSetup.Apply);
        services.AddCors(cors =>
            cors.AddDefaultPolicy(policy =>
                policy
                    .WithOrigins(settings.Cors.AllowedOrigins)
                    .AllowAnyMethod()
                    .WithHeaders("Authorization", "Content-Type", "Idempotency-Key")
            )
        );
    }

    public static void MapService(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.Use(UnknownRoutes.AnswerHeadAsync);
        app.Use(RefusedDeliveries.CountAsync);
        app.UseExceptionHandler();
        app.UseStatusCodePages(context =>
        {
            var status = context.HttpContext.Response.StatusCode;
            return Problems.WriteAsync(context.HttpContext, Problems.OfStatus(status));
        });
        // Before the keys are asked for: the page asks for one itself.
        app.UseSwaggerUI(swagger => swagger.SwaggerEndpoint("/openapi/v1.json", "AmoCrmQualification"));
        app.UseWebAppFiles();
        app.UseRouting();
        app.Use(TracedPaths.NameAsync);
        app.UseCors();
        app.UseUnknownRoutes();
        app.Use(StorableRequests.CheckAsync);
        app.UseAuth();

        app.MapAmoCrmWebhook();
        app.MapHealth();
        app.MapMetrics(app.Services.GetRequiredService<ServiceSettings>());
        app.MapControllers();
        app.MapMcp(McpSetup.Path);
        app.MapOpenApi().AllowAnonymous();
    }
}
