namespace AmoCrmQualification.Domain.Common;

/// <summary>
/// The stable reasons of problems: what is wrong, whatever route it is found by. Each is described in docs/problems.md and has
/// its sentence in the web app; both are compared with this list by tests.
/// </summary>
public static class Reasons
{
    // The request itself
    public const string RouteUnknown = "route_unknown";
    public const string MethodUnknown = "method_unknown";
    public const string RequestMalformed = "request_malformed";
    public const string BodyTooLarge = "body_too_large";
    public const string MediaTypeUnknown = "media_type_unknown";
    public const string UserAccountIdMissing = "user_account_id_missing";
    public const string UserIdMissing = "user_id_missing";
    public const string CursorUnknown = "cursor_unknown";

    // Its fields
    public const string FieldsInvalid = "fields_invalid";
    public const string LinesInvalid = "lines_invalid";
    public const string ValueMissing = "value_missing";
    public const string ValueUnreadable = "value_unreadable";
    public const string ValueInvalid = "value_invalid";
    public const string ValueOutOfRange = "value_out_of_range";
    public const string ValueTooLong = "value_too_long";
    public const string TextUnstorable = "text_unstorable";
    public const string IdInvalid = "id_invalid";
    public const string NameInvalid = "name_invalid";
    public const string AdIdsInvalid = "ad_ids_invalid";
    public const string AdIdsDamaged = "ad_ids_damaged";
    public const string MarksInvalid = "marks_invalid";
    public const string FieldMeaningInvalid = "field_meaning_invalid";
    public const string AddressInvalid = "address_invalid";
    public const string PipelinesInvalid = "pipelines_invalid";
    public const string PeriodInverted = "period_inverted";
    public const string PeriodTooLong = "period_too_long";
    public const string DaysMissing = "days_missing";

    // Who asks
    public const string CallerUnknown = "caller_unknown";
    public const string NotSignedIn = "not_signed_in";
    public const string RightMissing = "right_missing";
    public const string AccountForbidden = "account_forbidden";
    public const string CsrfTokenMissing = "csrf_token_missing";
    public const string SignatureWrong = "signature_wrong";
    public const string TooManyAttempts = "too_many_attempts";
    public const string IssuerUnreachable = "issuer_unreachable";

    // People
    public const string CredentialsWrong = "credentials_wrong";
    public const string OperatorKeyWrong = "operator_key_wrong";
    public const string CurrentPasswordWrong = "current_password_wrong";
    public const string PasswordLengthInvalid = "password_length_invalid";
    public const string PasswordIsEmail = "password_is_email";
    public const string PasswordRepetitive = "password_repetitive";
    public const string PasswordCommon = "password_common";
    public const string EmailInvalid = "email_invalid";
    public const string EmailTaken = "email_taken";
    public const string UserUnknown = "user_unknown";
    public const string UsersExist = "users_exist";
    public const string InvitationUnknown = "invitation_unknown";
    public const string ContactsNeeded = "contacts_needed";
    public const string LastAdministrator = "last_administrator";

    // Sharing
    public const string ShareLinkUnknown = "share_link_unknown";
    public const string SharePasswordMissing = "share_password_missing";
    public const string SharePasswordWrong = "share_password_wrong";
    public const string OutsideShare = "outside_share";
    public const string LogoInvalid = "logo_invalid";
    public const string LogoUnknown = "logo_unknown";
    public const string ColorInvalid = "color_invalid";

    // Reporting
    public const string ReportRoleUnknown = "report_role_unknown";
    public const string DatabaseRightsMissing = "database_rights_missing";

    // Digests
    public const string DigestUnknown = "digest_unknown";
    public const string DigestNotLinked = "digest_not_linked";
    public const string DigestPaused = "digest_paused";
    public const string DigestUnsubscribed = "digest_unsubscribed";
    public const string EmailNotConfigured = "email_not_configured";
    public const string TelegramNotConfigured = "telegram_not_configured";
    public const string ChatInvalid = "chat_invalid";
    public const string TimeInvalid = "time_invalid";

    // Accounts
    public const string AccountUnknown = "account_unknown";
    public const string ApiKeyUnknown = "api_key_unknown";
    public const string CurrencyInvalid = "currency_invalid";
    public const string TimeZoneUnknown = "time_zone_unknown";
    public const string CountryUnknown = "country_unknown";

    // amoCRM
    public const string AmoCrmNotConnected = "amocrm_not_connected";
    public const string AmoCrmFailing = "amocrm_failing";
    public const string AmoCrmRefused = "amocrm_refused";
    public const string AmoCrmAccountTaken = "amocrm_account_taken";
    public const string AmoCrmAccountDiffers = "amocrm_account_differs";
    public const string DomainInvalid = "domain_invalid";
    public const string DomainMissing = "domain_missing";
    public const string DomainUnknown = "domain_unknown";
    public const string TokenMalformed = "token_malformed";
    public const string TokenRefused = "token_refused";
    public const string OAuthNotConfigured = "oauth_not_configured";
    public const string AuthorizationUnknown = "authorization_unknown";
    public const string AuthorizationCodeMissing = "authorization_code_missing";
    public const string AuthorizationCodeRefused = "authorization_code_refused";
    public const string AccessDenied = "access_denied";

    // Leads
    public const string LeadUnknown = "lead_unknown";
    public const string LeadAlreadyLinked = "lead_already_linked";
    public const string LeadErased = "lead_erased";
    public const string LeadNotLinkable = "lead_not_linkable";
    public const string ContactMissing = "contact_missing";
    public const string PhoneWithoutDigits = "phone_without_digits";
    public const string SourceTypeMissing = "source_type_missing";
    public const string IdempotencyKeyReused = "idempotency_key_reused";
    public const string MatchUnknown = "match_unknown";
    public const string MatchAlreadyDecided = "match_already_decided";
    public const string MatchDecisionUnclear = "match_decision_unclear";

    // Stages, campaigns, deliveries
    public const string PipelineUnknown = "pipeline_unknown";
    public const string PipelineMissing = "pipeline_missing";
    public const string StageUnknown = "stage_unknown";
    public const string StageNotOpen = "stage_not_open";
    public const string DirectionUnknown = "direction_unknown";
    public const string CreativeUnknown = "creative_unknown";
    public const string MarkTaken = "mark_taken";
    public const string AdTaken = "ad_taken";
    public const string DeliveryUnknown = "delivery_unknown";
    public const string DeliveryNotStored = "delivery_not_stored";

    // The service
    public const string ConcurrentChange = "concurrent_change";
    public const string DatabaseUnavailable = "database_unavailable";
    public const string DatabaseStoresNothing = "database_stores_nothing";
    public const string SchemaTooNew = "schema_too_new";
    public const string SecretsClosed = "secrets_closed";
    public const string UnexpectedFailure = "unexpected_failure";
}
