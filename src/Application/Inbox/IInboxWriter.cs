namespace AmoCrmQualification.Application.Inbox;

/// <summary>Stores raw deliveries. Concurrent ones share a commit.</summary>
public interface IInboxWriter
{
    /// <summary>True once the delivery is committed; false when that did not happen in time, so that amoCRM repeats it.</summary>
    ValueTask<bool> StoreAsync(UserAccountId account, byte[] body, string? contentEncoding);
}
