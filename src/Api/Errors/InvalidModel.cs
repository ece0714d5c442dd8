using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace AmoCrmQualification.Api.Errors;

/// <summary>Input that could not even be read: a malformed id, date or body.</summary>
internal static class InvalidModel
{
    public static IActionResult Answer(ActionContext context)
    {
        var errors = context
            .ModelState.Where(entry => entry.Value?.ValidationState == ModelValidationState.Invalid)
            .GroupBy(entry => NameOf(entry.Key), entry => entry.Value!.Errors)
            .ToDictionary(
                field => field.Key,
                field => field.SelectMany(e => e).Select(Message).Distinct(StringComparer.Ordinal).ToArray(),
                StringComparer.Ordinal
            );
        if (errors.Count > 1)
            foreach (
                var body in context.ActionDescriptor.Parameters.Where(p => p.BindingInfo?.BindingSource == BindingSource.Body)
            )
                errors.Remove(body.Name); // it is missing only because a field of it cannot be read
        return new ObjectResult(Problems.OfFields(errors))
        {
            StatusCode = StatusCodes.Status400BadRequest,
            ContentTypes = { "application/problem+json" },
        };
    }

    /// <summary>JSON paths come as <c>$.field</c>; a body that is no JSON has no field.</summary>
    private static string NameOf(string key) =>
        key is "" or "$" ? "body"
        : key.StartsWith("$.", StringComparison.Ordinal) ? key[2..]
        : key;

    /// <summary>The reader's own words name our types.</summary>
    private static string Message(ModelError error) =>
        error.ErrorMessage.Contains("AmoCrmQualification", StringComparison.Ordinal)
        || error.ErrorMessage.Contains("System.", StringComparison.Ordinal)
        || error.ErrorMessage.Length == 0
            ? "This value cannot be read."
            : error.ErrorMessage;
}
