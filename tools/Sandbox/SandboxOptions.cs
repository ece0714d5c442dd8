namespace AmoCrmQualification.Sandbox;

/// <summary>Settings at the start of a sandbox. Everything else is changed while it runs.</summary>
public sealed record SandboxOptions
{
    /// <summary>0 takes any free port.</summary>
    public int Port { get; init; }

    /// <summary>Drives retries, token lifetimes, fault durations and the meaning of "now".</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Defaults of new accounts.</summary>
    public CrmSwitches Switches { get; init; } = new();

    /// <summary>Number of deliveries (per account) and requests that are remembered.</summary>
    public int LogLimit { get; init; } = 20_000;

    /// <summary>Begin with the demo account.</summary>
    public bool Demo { get; init; }
}
