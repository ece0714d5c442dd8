namespace AmoCrmQualification.Infrastructure.Inbox;

/// <summary>Time limits for checking and for storing a delivery, after which amoCRM is answered to repeat it.</summary>
public static class Acknowledgement
{
    // amoCRM gives up 2 s after it began, the way there and back included; an answer of 503 in time makes it repeat more often
    // than silence.
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(1200);
}
