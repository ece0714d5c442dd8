namespace AmoCrmQualification.Application.Ops;

/// <summary>Makes room: drops deliveries past their retention, done or dead, and duplicate observations that no late report can need any more.</summary>
public sealed record PurgeExpiredCommand(int RawDeliveriesDays) : IRequest;
