using AmoCrmQualification.Domain.Accounts;

namespace AmoCrmQualification.Domain.Campaigns;

public readonly record struct DirectionId(Guid Value) : ITypedId<Guid>
{
    public static DirectionId New() => new(Guid.CreateVersion7());

    public static bool operator <(DirectionId a, DirectionId b) => a.Value < b.Value;

    public static bool operator >(DirectionId a, DirectionId b) => a.Value > b.Value;
}

/// <summary>A line of business that a client advertises; creatives are compared within it.</summary>
public sealed class Direction : ITenantOwned
{
    private Direction() { } // EF Core

    public UserAccountId UserAccountId { get; private init; }
    public DirectionId Id { get; private init; }
    public string Name { get; private set; } = "";
    public AmoPipelineId? PushPipelineId { get; private set; }
    public AmoStatusId? PushStatusId { get; private set; }
    public AmoUserId? PushResponsibleUserId { get; private set; }
    public decimal? TargetCpql { get; private set; }
    public decimal? TargetCac { get; private set; }
    public decimal? TargetRomi { get; private set; }
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>Where its leads go at amoCRM.</summary>
    public PushTarget PushTarget => new(PushPipelineId, PushStatusId, PushResponsibleUserId);

    public DirectionTargets Targets => new(TargetCpql, TargetCac, TargetRomi);

    public static Direction Open(UserAccountId account, string name, DateTimeOffset now) =>
        new()
        {
            UserAccountId = account,
            Id = DirectionId.New(),
            Name = name,
            CreatedAt = now,
        };

    public void Rename(string name) => Name = name;

    public void PushTo(PushTarget target) =>
        (PushPipelineId, PushStatusId, PushResponsibleUserId) = (target.Pipeline, target.Status, target.ResponsibleUser);

    public void SetTargets(DirectionTargets targets) =>
        (TargetCpql, TargetCac, TargetRomi) = (targets.Cpql, targets.Cac, targets.Romi);
}
