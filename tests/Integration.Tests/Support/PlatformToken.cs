using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AmoCrmQualification.Integration.Tests.Support;

/// <summary>JWTs of a platform that has its own users and shares a key with the service.</summary>
internal static class PlatformToken
{
    public const string SigningKey = "the-key-that-the-platform-and-the-tests-share-and-nobody-else-in-the-world";
    public const string Audience = "amocrm-qualification";
    public const string AccountsClaim = "user_account_ids";

    public static SigningCredentials Credentials { get; } =
        new(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(SigningKey)), SecurityAlgorithms.HmacSha256);

    /// <summary>A token as the platform gives it to a user of these accounts.</summary>
    public static string For(params Guid[] accounts) => Create(Claims(accounts));

    public static Dictionary<string, object> Claims(params Guid[] accounts) =>
        new(StringComparer.Ordinal)
        {
            ["sub"] = "user-17",
            ["aud"] = Audience,
            ["exp"] = In(TimeSpan.FromMinutes(5)),
            [AccountsClaim] = accounts.Select(id => id.ToString()).ToArray(),
        };

    public static string Create(Dictionary<string, object> claims, SigningCredentials? credentials = null) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            System.Text.Json.JsonSerializer.Serialize(claims),
            credentials ?? Credentials
        );

    public static long In(TimeSpan time) => (TimeProvider.System.GetUtcNow() + time).ToUnixTimeSeconds();
}
