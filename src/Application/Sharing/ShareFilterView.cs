using AmoCrmQualification.Domain.Sharing;

namespace AmoCrmQualification.Application.Sharing;

/// <summary>Bounds of a shared page; null does not bound.</summary>
/// <param name="From">The first day, as the last one in the account's time zone.</param>
/// <param name="Mode">The meaning of qualified.</param>
/// <param name="Days">With the mode <c>within</c>: how many days a lead has to qualify.</param>
public sealed record ShareFilterView(
    DateOnly? From = null,
    DateOnly? To = null,
    int? Days = null,
    string? Mode = null,
    Guid? DirectionId = null,
    Guid? CreativeId = null,
    long? PipelineId = null
)
{
    internal static ShareFilterView Show(ShareFilter filter) =>
        new(filter.From, filter.To, filter.Days, filter.Mode, filter.DirectionId, filter.CreativeId, filter.PipelineId);

    internal ShareFilter ToFilter() => new(From, To, Days, Mode, DirectionId, CreativeId, PipelineId);
}
