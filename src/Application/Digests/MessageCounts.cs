using AmoCrmQualification.Domain.Digests;

namespace AmoCrmQualification.Application.Digests;

/// <summary>Counts what became of messages, for the alarm that goes by it.</summary>
public static class MessageCounts
{
    // Told from the start: an alarm cannot see a counter grow that was not there.
    public static void Announce()
    {
        foreach (var channel in Enum.GetValues<DigestChannel>())
        {
            Count(channel, DigestMessageState.Sent, 0);
            Count(channel, DigestMessageState.Failed, 0);
        }
    }

    internal static void Add(DigestChannel channel, DigestMessageState state) => Count(channel, state, 1);

    private static void Count(DigestChannel channel, DigestMessageState state, int messages) =>
        Telemetry.Messages.Add(
            messages,
            new KeyValuePair<string, object?>("channel", channel.ToString().ToLowerInvariant()),
            new KeyValuePair<string, object?>("state", state.ToString().ToLowerInvariant())
        );
}
