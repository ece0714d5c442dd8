namespace AmoCrmQualification.Domain.Common;

/// <summary>The stable codes of problems: what kind of answer it is. Described in docs/problems.md.</summary>
public static class ProblemCodes
{
    public const string ValidationError = "validation_error";
    public const string MissingUserAccountId = "missing_user_account_id";
    public const string MissingUserId = "missing_user_id";
    public const string InvalidState = "invalid_state";
    public const string Unauthorized = "unauthorized";
    public const string Forbidden = "forbidden";
    public const string NotFound = "not_found";
    public const string MethodNotAllowed = "method_not_allowed";
    public const string Conflict = "conflict";
    public const string OAuthNotConfigured = "oauth_not_configured";
    public const string AmoCrmNotConnected = "amocrm_not_connected";
    public const string AmoCrmReauthorizationRequired = "amocrm_reauthorization_required";
    public const string PayloadTooLarge = "payload_too_large";
    public const string UnsupportedMediaType = "unsupported_media_type";
    public const string RateLimited = "rate_limited";
    public const string InternalError = "internal_error";
    public const string AmoCrmUnavailable = "amocrm_unavailable";
    public const string Unavailable = "unavailable";
}
