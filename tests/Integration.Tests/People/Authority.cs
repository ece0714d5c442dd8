using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace AmoCrmQualification.Integration.Tests.People;

/// <summary>A platform that publishes its keys, as OpenID Connect describes it.</summary>
internal sealed class Authority : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly RSA _rsa = RSA.Create(2048);

    private Authority(WebApplication app) => _app = app;

    public string Issuer { get; private set; } = "";

    public SigningCredentials Credentials => new(new RsaSecurityKey(_rsa) { KeyId = "key-1" }, SecurityAlgorithms.RsaSha256);

    /// <summary>The published key as bytes that somebody might take for a secret.</summary>
    public string PublicKey => _rsa.ExportSubjectPublicKeyInfoPem();

    public static async Task<Authority> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var authority = new Authority(builder.Build());
        authority._app.MapGet(
            "/.well-known/openid-configuration",
            () => Results.Json(new { issuer = authority.Issuer, jwks_uri = authority.Issuer + "/keys" })
        );
        authority._app.MapGet("/keys", authority.Keys);
        await authority._app.StartAsync();
        var server = authority._app.Services.GetRequiredService<IServer>();
        authority.Issuer = server.Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return authority;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _rsa.Dispose();
    }

    private IResult Keys()
    {
        var key = _rsa.ExportParameters(includePrivateParameters: false);
        return Results.Json(
            new
            {
                keys = new[]
                {
                    new
                    {
                        kty = "RSA",
                        kid = "key-1",
                        use = "sig",
                        n = Base64UrlEncoder.Encode(key.Modulus),
                        e = Base64UrlEncoder.Encode(key.Exponent),
                    },
                },
            }
        );
    }
}
