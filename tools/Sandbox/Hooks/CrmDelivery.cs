using System.Text.Json.Serialization;

namespace AmoCrmQualification.Sandbox.Hooks;

public enum DeliveryState
{
    Pending,
    Delivered,
    Retrying,
    GivenUp,
    Dropped,
}

/// <param name="Status">The HTTP code; 499 when the receiver took too long, 0 when nobody answered.</param>
public sealed record DeliveryAttempt(DateTimeOffset At, int Status, int Milliseconds, string RequestId);

public sealed record DeliveredEvent(string Entity, string Event, long Id);

/// <summary>One body for one destination, with every attempt made so far.</summary>
public sealed record CrmDelivery
{
    public required long Id { get; init; }
    public required string Destination { get; init; }
    public required IReadOnlyList<DeliveredEvent> Events { get; init; }
    public required string Body { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DeliveryState State { get; init; }
    public IReadOnlyList<DeliveryAttempt> Attempts { get; init; } = [];

    [JsonIgnore]
    public bool IsOpen => State is DeliveryState.Pending or DeliveryState.Retrying;
}
