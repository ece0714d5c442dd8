using System.Text.Json;
using AmoCrmQualification.Domain.Sharing;

namespace AmoCrmQualification.Infrastructure.Sharing;

/// <summary>Stored form of a share link's filter: the contract's spelling.</summary>
internal static class ShareFilterJson
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static string Format(ShareFilter filter) => JsonSerializer.Serialize(filter, Options);

    public static ShareFilter Parse(string json) => JsonSerializer.Deserialize<ShareFilter>(json, Options)!;
}
