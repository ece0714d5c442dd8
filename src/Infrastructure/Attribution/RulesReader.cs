using AmoCrmQualification.Domain.Attribution;
using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Infrastructure.Attribution;

/// <summary>Reads of an account's ads, marks and titles those that some marks could mean.</summary>
internal static class RulesReader
{
    private const string ReadAds = """
        SELECT ad_id, creative_id FROM creative_ads WHERE user_account_id = $1 AND ad_id = ANY ($2)
        """;

    private const string ReadMarks = """
        SELECT code, folded_value, creative_id FROM creative_marks WHERE user_account_id = $1 AND folded_value = ANY ($2)
        """;

    private const string ReadTitles = "SELECT title, id FROM creatives WHERE user_account_id = $1 AND $2";

    public static async Task<AttributionRules> ReadAsync(
        AppDbContext db,
        UserAccountId account,
        IEnumerable<Mark> marks,
        bool withTitles,
        CancellationToken cancellationToken
    )
    {
        var values = marks.Select(mark => mark.Value).Distinct(StringComparer.Ordinal).ToList();
        var folded = values.ConvertAll(MarkText.Fold);
        await using var batch = db.CreateBatch();
        batch.Add(
            ReadAds,
            BatchCommands.Scalar(account.Value),
            BatchCommands.Scalar(
                values.Concat(folded).Concat(values.SelectMany(MarkText.Numbers)).Distinct(StringComparer.Ordinal).ToArray()
            )
        );
        batch.Add(ReadMarks, BatchCommands.Scalar(account.Value), BatchCommands.Scalar(folded.ToArray()));
        batch.Add(ReadTitles, BatchCommands.Scalar(account.Value), BatchCommands.Scalar(withTitles));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);

        var ads = new Dictionary<string, KnownAd>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken))
            ads[MarkText.Fold(reader.GetString(0))] = new(reader.GetString(0), new(reader.GetGuid(1)));

        var byMark = new Dictionary<(string, string), CreativeId>();
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            byMark.Add((reader.GetString(0), reader.GetString(1)), new(reader.GetGuid(2)));

        var titled = new List<(string Title, CreativeId Creative)>();
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            titled.Add((MarkText.Fold(reader.GetString(0).Trim()), new(reader.GetGuid(1))));
        var titles = titled
            .GroupBy(t => t.Title, t => t.Creative, StringComparer.Ordinal)
            .Where(same => same.Count() == 1)
            .ToDictionary(same => same.Key, same => same.Single(), StringComparer.Ordinal);
        return new(ads, byMark, titles);
    }
}
