namespace AmoCrmQualification.Sandbox.World;

/// <summary>amoCRM numbers entities across all its accounts, so two accounts of one sandbox never share an id either.</summary>
internal sealed class IdSource
{
    private long _account = 28_800_000;
    private long _pipeline = 3_100_000;
    private long _status = 32_390_000;
    private long _lead = 30_050_000;
    private long _contact = 40_970_000;
    private long _small = 500_000;

    public long Account() => Interlocked.Increment(ref _account);

    public long Pipeline() => Interlocked.Increment(ref _pipeline);

    public long Status() => Interlocked.Increment(ref _status);

    public long Lead() => Interlocked.Increment(ref _lead);

    /// <summary>The first of so many ids in a row.</summary>
    public long Leads(int count) => Interlocked.Add(ref _lead, count) - count + 1;

    public long Contacts(int count) => Interlocked.Add(ref _contact, count) - count + 1;

    public long Contact() => Interlocked.Increment(ref _contact);

    /// <summary>Tags, fields, reasons, webhooks, users, notes.</summary>
    public long Small() => Interlocked.Increment(ref _small);
}
