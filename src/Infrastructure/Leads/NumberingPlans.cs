using System.Text.Json;

namespace AmoCrmQualification.Infrastructure.Leads;

/// <summary>libphonenumber's metadata, read once from the embedded resource (see PhoneMetadata/README.md).</summary>
internal sealed class NumberingPlans
{
    private const string Resource = "AmoCrmQualification.PhoneMetadata.json";
    private const int LongestCallingCode = 3;

    private static readonly Lazy<NumberingPlans> Shared = new(Load);

    private readonly Dictionary<string, NumberingPlan> _countries = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, CallingCode> _codes = new(StringComparer.Ordinal);

    private NumberingPlans(JsonElement metadata)
    {
        if (metadata.GetProperty("version").GetInt32() != 4)
            throw new InvalidDataException("The phone metadata have another layout than version 4.");

        foreach (var country in metadata.GetProperty("countries").EnumerateObject())
            _countries.Add(country.Name, new NumberingPlan(PlanAmendments.Amend(Facts(country.Value))));

        foreach (var code in metadata.GetProperty("country_calling_codes").EnumerateObject())
            _codes.Add(code.Name, new CallingCode(code.Name, [.. code.Value.EnumerateArray().Select(CountryOf)]));

        foreach (var code in metadata.GetProperty("nonGeographic").EnumerateObject())
            _codes.Add(code.Name, new CallingCode(code.Name, [new NumberingPlan(Facts(code.Value))]));
    }

    public static NumberingPlans Instance => Shared.Value;

    public NumberingPlan? Country(string? country) =>
        country is not null && _countries.TryGetValue(country, out var plan) ? plan : null;

    public CallingCode Code(NumberingPlan plan) => _codes[plan.CallingCode];

    /// <summary>The calling code that the digits begin with: no code is the beginning of another.</summary>
    public CallingCode? CodeAtStartOf(string digits)
    {
        var codes = _codes.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = 1; length <= Math.Min(LongestCallingCode, digits.Length); length++)
        {
            if (codes.TryGetValue(digits.AsSpan(0, length), out var code))
                return code;
        }

        return null;
    }

    private NumberingPlan CountryOf(JsonElement name) => _countries[name.GetString()!];

    private static NumberingPlans Load()
    {
        using var stream =
            typeof(NumberingPlans).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException($"{Resource} is not embedded.");
        using var document = JsonDocument.Parse(stream);
        return new NumberingPlans(document.RootElement);
    }

    private static PlanFacts Facts(JsonElement plan) =>
        new(
            CallingCode: Text(plan, 0)!,
            ExitPrefix: Text(plan, 1),
            Pattern: Text(plan, 2)!,
            Lengths: [.. plan[3].EnumerateArray().Select(length => length.GetInt32())],
            NationalPrefix: Text(plan, 5),
            PrefixForParsing: Text(plan, 7),
            Transform: Text(plan, 8)
        );

    // What a country does not have is a 0, or the array ends before it.
    private static string? Text(JsonElement plan, int index) =>
        index < plan.GetArrayLength() && plan[index].ValueKind == JsonValueKind.String ? plan[index].GetString() : null;
}
