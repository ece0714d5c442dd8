using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace AmoCrmQualification.Api.Http.Errors;

/// <summary>Input that could not even be read: a malformed id, date or body.</summary>
internal static class InvalidModel
{
    public static IActionResult Answer(ActionContext context)
    {
        List<FieldFault> faults =
        [
            .. from entry in context.ModelState
            where entry.Value is { ValidationState: ModelValidationState.Invalid }
            from error in entry.Value.Errors
            select new FieldFault(NameOf(entry.Key), ReasonOf(entry.Value), Message(error)),
        ];
        foreach (var body in context.ActionDescriptor.Parameters.Where(p => p.BindingInfo?.BindingSource == BindingSource.Body))
            if (faults.Exists(fault => fault.Field != body.Name))
                faults.RemoveAll(fault => fault.Field == body.Name); // it is missing only because a field of it cannot be read
        return new ObjectResult(Problems.OfFields(faults))
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

    private static string ReasonOf(ModelStateEntry entry) =>
        entry.AttemptedValue == "" ? Reasons.ValueMissing : Reasons.ValueUnreadable;

    /// <summary>The reader's own words name our types.</summary>
    private static string Message(ModelError error) =>
        error.ErrorMessage.Contains("AmoCrmQualification", StringComparison.Ordinal)
        || error.ErrorMessage.Contains("System.", StringComparison.Ordinal)
        || error.ErrorMessage.Length == 0
            ? "This value cannot be read."
            : error.ErrorMessage;
}
