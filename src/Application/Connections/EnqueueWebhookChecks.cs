namespace AmoCrmQualification.Application.Connections;

/// <summary>
/// Has the webhooks of all connected accounts looked at, spread over an interval: an account has its own moment in it, the
/// same each time. Those that are waiting already stay as they are; those that amoCRM refused are asked again a day later.
/// </summary>
public sealed record EnqueueWebhookChecksCommand(TimeSpan Over) : IRequest;
