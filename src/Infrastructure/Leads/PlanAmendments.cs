namespace AmoCrmQualification.Infrastructure.Leads;

/// <summary>Where the metadata, right for a telephone exchange, would misread what people type.</summary>
internal static class PlanAmendments
{
    public static PlanFacts Amend(PlanFacts facts) =>
        facts.CallingCode switch
        {
            // 14 digits exist in RU and KZ only as `8 10 800…`, which is read as +800. Anything else of that length is a
            // number with an extension and would become a phone that does not exist. Nor does +7 have numbers in 79 and 89:
            // ten such digits are `7 9…` or `8 9…` with a digit missing.
            "7" => facts with { Lengths = [10], Pattern = @"(?:[349]\d|[78][0-8])\d{8}" },

            // The mobile "1" (`+52 1 55…`) was abolished in 2019, but WhatsApp and older address books still have it.
            "52" => facts with { NationalPrefix = "01", PrefixForParsing = "0(?:[12]|4[45])|1" },
            _ => facts,
        };
}
