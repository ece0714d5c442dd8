namespace AmoCrmQualification.Sandbox.OAuth;

/// <summary>The token endpoint's refusals: not RFC 6749, the reason stands in `hint`.</summary>
internal static class OAuthProblem
{
    public static CrmProblem BadRequest(string hint) => Create(400, hint);

    public static CrmProblem Revoked() => Create(401, "Token has been revoked");

    private static CrmProblem Create(int status, string hint) =>
        new(
            status,
            "Некорректный запрос",
            "В запросе отсутствует ряд параметров или параметры невалидны",
            "https://developers.amocrm.ru/v3/errors/OAuthProblemJson"
        )
        {
            Extra = new() { ["hint"] = hint },
        };
}
