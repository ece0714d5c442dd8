using AmoCrmQualification.Application.Rollups;
using Microsoft.Extensions.Logging;

namespace AmoCrmQualification.Infrastructure.Rollups;

internal sealed class VerifyRollupsHandler(StoredRollups rollups, ILogger<VerifyRollupsHandler> log)
    : IRequestHandler<VerifyRollupsCommand, Unit>
{
    public async Task<Unit> Handle(VerifyRollupsCommand command, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<(UserAccountId Account, string Rollup), int>();
        await foreach (var difference in rollups.VerifyAsync(cancellationToken))
            counts[(difference.Account, difference.Rollup)] =
                counts.GetValueOrDefault((difference.Account, difference.Rollup)) + 1;
        foreach (var ((account, rollup), count) in counts)
            log.LogError(
                "Roll-up {Rollup} of account {Account}: {Count} rows are not what the histories say",
                rollup,
                account.Value,
                count
            );
        return Unit.Value;
    }
}
