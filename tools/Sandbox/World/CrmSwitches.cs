namespace AmoCrmQualification.Sandbox.World;

public enum PriceMode
{
    Present,
    Empty,
    Absent,
}

public enum MergeHooks
{
    None,
    Update,
    UpdateAndDelete,
}

/// <summary>Switches of behaviour that amoCRM varies, or gets wrong at times. One set per account; README.md explains each.</summary>
public sealed record CrmSwitches
{
    // webhooks: content
    public bool DoubleFire { get; init; } = true;
    public bool UnescapedBrackets { get; init; }
    public bool LegacyAccountOrder { get; init; }
    public bool HtmlEntities { get; init; } = true;
    public PriceMode PriceMode { get; init; }
    public bool MinorUnits { get; init; }
    public MergeHooks MergeHooks { get; init; } = MergeHooks.UpdateAndDelete;

    /// <summary>`leads[add]` of an unsorted form is told when somebody accepts it, not when it arrives.</summary>
    public bool LeadHookOnAccept { get; init; } = true;
    public int BatchSize { get; init; } = 1;
    public int FirstIndex { get; init; }

    // webhooks: delivery
    public int DeliveryConcurrency { get; init; } = 1;
    public int DeliveryDelayMs { get; init; }
    public int DuplicateEvery { get; init; }
    public int ReorderWindow { get; init; }
    public int DropStatusEvery { get; init; }
    public bool DropTakesUpdate { get; init; } = true;
    public int AckTimeoutMs { get; init; } = 2000;
    public double RetrySpeedUp { get; init; } = 1;
    public bool SameRequestIdOnRetry { get; init; }
    public int DisableAfterBad { get; init; } = 100;
    public bool FormGetCheck { get; init; } = true;
    public bool PostWebhookMerges { get; init; }
    public bool PostWebhookKeepsDisabled { get; init; }

    // API
    /// <summary>Null: only measured, never refused.</summary>
    public int? RateLimitPerSecond { get; init; } = 7;
    public bool RateLimitAsText { get; init; }
    public int? RateLimitRetryAfter { get; init; }
    public int? BlockAfterRefusals { get; init; } = 100;
    public bool MissingLeadNotFound { get; init; }
    public bool LossReasonAsObject { get; init; }
    public bool PhoneSearchAsTyped { get; init; }

    /// <summary>New deals of this name are refused: something about a deal that amoCRM does not take.</summary>
    public string? ForbiddenName { get; init; }

    /// <summary>A new deal that brings tracking fields is refused.</summary>
    public bool TrackingRefused { get; init; }

    /// <summary>A change leaves the tracking fields that are filled as they are, and says nothing.</summary>
    public bool TrackingKept { get; init; }

    /// <summary>True when a refused batch names its offenders.</summary>
    public bool RefusalsNamed { get; init; } = true;
    public int EventsLimitMax { get; init; } = 100;

    // OAuth
    public bool RefreshGrace { get; init; }
    public int AccessTokenSeconds { get; init; } = 86_400;
}
