namespace AmoCrmQualification.Infrastructure.AmoCrm.Wire;

internal sealed record WebhookWire(string? Destination, bool? Disabled, IReadOnlyList<string>? Settings);

internal sealed record WebhookAsked(string Destination, IReadOnlyCollection<string>? Settings);
