using System.Text.Json;
using AmoCrmQualification.Application.Outbox;
using AmoCrmQualification.Application.Runs;
using AmoCrmQualification.Application.Webhooks;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.AmoConnection;
using AmoCrmQualification.Domain.Campaigns;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Pipelines;
using AmoCrmQualification.Domain.Sales;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AmoCrmQualification.Infrastructure.Persistence;

/// <summary>How ids and enums stand in the database: uuid, bigint, and the contract's words.</summary>
internal static class TypedIds
{
    public static void Configure(ModelConfigurationBuilder builder)
    {
        // Each index says in its configuration which query it is for; none comes by itself.
        builder.Conventions.Remove<ForeignKeyIndexConvention>();

        builder.Properties<UserAccountId>().HaveConversion<UserAccountIdConverter>();
        builder.Properties<ApiKeyId>().HaveConversion<ApiKeyIdConverter>();
        builder.Properties<DirectionId>().HaveConversion<DirectionIdConverter>();
        builder.Properties<CreativeId>().HaveConversion<CreativeIdConverter>();
        builder.Properties<AdSpendId>().HaveConversion<AdSpendIdConverter>();
        builder.Properties<LeadId>().HaveConversion<LeadIdConverter>();
        builder.Properties<SaleId>().HaveConversion<SaleIdConverter>();
        builder.Properties<PipelineStageId>().HaveConversion<PipelineStageIdConverter>();
        builder.Properties<AmoAccountId>().HaveConversion<AmoAccountIdConverter>();
        builder.Properties<AmoLeadId>().HaveConversion<AmoLeadIdConverter>();
        builder.Properties<AmoContactId>().HaveConversion<AmoContactIdConverter>();
        builder.Properties<AmoPipelineId>().HaveConversion<AmoPipelineIdConverter>();
        builder.Properties<AmoStatusId>().HaveConversion<AmoStatusIdConverter>();
        builder.Properties<AmoUserId>().HaveConversion<AmoUserIdConverter>();
        builder.Properties<LeadMatchId>().HaveConversion<LeadMatchIdConverter>();
        builder.Properties<AmoDomain>().HaveConversion<AmoDomainConverter>();
        builder.Properties<LeadSource>().HaveConversion<SnakeCaseEnumConverter<LeadSource>>();
        builder.Properties<AmoPush>().HaveConversion<SnakeCaseEnumConverter<AmoPush>>();
        builder.Properties<LeadMatchState>().HaveConversion<SnakeCaseEnumConverter<LeadMatchState>>();
        builder.Properties<ReportSource>().HaveConversion<SnakeCaseEnumConverter<ReportSource>>();
        builder.Properties<SaleStatus>().HaveConversion<SnakeCaseEnumConverter<SaleStatus>>();
        builder.Properties<ConnectionState>().HaveConversion<SnakeCaseEnumConverter<ConnectionState>>();
        builder.Properties<ConnectionMeans>().HaveConversion<SnakeCaseEnumConverter<ConnectionMeans>>();
        builder.Properties<HookState>().HaveConversion<SnakeCaseEnumConverter<HookState>>();
        builder.Properties<OutboxKind>().HaveConversion<SnakeCaseEnumConverter<OutboxKind>>();
        builder.Properties<SyncRunId>().HaveConversion<SyncRunIdConverter>();
        builder.Properties<RunKind>().HaveConversion<SnakeCaseEnumConverter<RunKind>>();
        builder.Properties<RunState>().HaveConversion<SnakeCaseEnumConverter<RunState>>();
        builder.Properties<DeliveryState>().HaveConversion<SnakeCaseEnumConverter<DeliveryState>>();
    }

    private sealed class UserAccountIdConverter() : ValueConverter<UserAccountId, Guid>(id => id.Value, value => new(value));

    private sealed class ApiKeyIdConverter() : ValueConverter<ApiKeyId, Guid>(id => id.Value, value => new(value));

    private sealed class DirectionIdConverter() : ValueConverter<DirectionId, Guid>(id => id.Value, value => new(value));

    private sealed class CreativeIdConverter() : ValueConverter<CreativeId, Guid>(id => id.Value, value => new(value));

    private sealed class AdSpendIdConverter() : ValueConverter<AdSpendId, Guid>(id => id.Value, value => new(value));

    private sealed class LeadIdConverter() : ValueConverter<LeadId, Guid>(id => id.Value, value => new(value));

    private sealed class SaleIdConverter() : ValueConverter<SaleId, Guid>(id => id.Value, value => new(value));

    private sealed class PipelineStageIdConverter() : ValueConverter<PipelineStageId, Guid>(id => id.Value, value => new(value));

    private sealed class SyncRunIdConverter() : ValueConverter<SyncRunId, Guid>(id => id.Value, value => new(value));

    private sealed class AmoAccountIdConverter() : ValueConverter<AmoAccountId, long>(id => id.Value, value => new(value));

    private sealed class AmoLeadIdConverter() : ValueConverter<AmoLeadId, long>(id => id.Value, value => new(value));

    private sealed class AmoContactIdConverter() : ValueConverter<AmoContactId, long>(id => id.Value, value => new(value));

    private sealed class AmoPipelineIdConverter() : ValueConverter<AmoPipelineId, long>(id => id.Value, value => new(value));

    private sealed class AmoStatusIdConverter() : ValueConverter<AmoStatusId, long>(id => id.Value, value => new(value));

    private sealed class AmoUserIdConverter() : ValueConverter<AmoUserId, long>(id => id.Value, value => new(value));

    private sealed class LeadMatchIdConverter() : ValueConverter<LeadMatchId, Guid>(id => id.Value, value => new(value));

    private sealed class AmoDomainConverter()
        : ValueConverter<AmoDomain, string>(domain => domain.Host, host => AmoDomain.Parse(host)!.Value);
}

/// <summary>An enum as its word in snake_case, as users and people with psql know it.</summary>
internal sealed class SnakeCaseEnumConverter<TEnum>()
    : ValueConverter<TEnum, string>(value => SnakeCaseEnum<TEnum>.Format(value), word => SnakeCaseEnum<TEnum>.Parse(word))
    where TEnum : struct, Enum;

/// <summary>The words of an enum.</summary>
internal static class SnakeCaseEnum<TEnum>
    where TEnum : struct, Enum
{
    private static readonly Dictionary<TEnum, string> ByValue = Enum.GetValues<TEnum>()
        .ToDictionary(v => v, v => JsonNamingPolicy.SnakeCaseLower.ConvertName(v.ToString()));

    private static readonly Dictionary<string, TEnum> ByWord = ByValue.ToDictionary(
        pair => pair.Value,
        pair => pair.Key,
        StringComparer.Ordinal
    );

    public static string Format(TEnum value) => ByValue[value];

    public static TEnum Parse(string word) => ByWord[word];
}
