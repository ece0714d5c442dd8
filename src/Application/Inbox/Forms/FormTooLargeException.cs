namespace AmoCrmQualification.Application.Inbox.Forms;

/// <summary>A form has more keys than any delivery of amoCRM; it is not parsed further.</summary>
public sealed class FormTooLargeException(int mostKeys) : Exception($"The form has more than {mostKeys} keys.");
