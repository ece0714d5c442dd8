namespace AmoCrmQualification.Api.Http.Errors;

/// <summary>
/// A person's browser is sent here from elsewhere. When something goes wrong it lands in the settings of the web app with
/// <c>error=</c> and the reason; programs, which do not ask for a page, get the problem itself.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LandsInWebAppAttribute : Attribute
{
    public static string Landing(string reason) => $"/settings?error={Uri.EscapeDataString(reason)}";
}
