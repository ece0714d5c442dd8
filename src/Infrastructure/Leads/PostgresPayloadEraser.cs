using AmoCrmQualification.Application.Leads;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AmoCrmQualification.Infrastructure.Leads;

internal sealed class PostgresPayloadEraser(AppDbContext db) : IPayloadEraser
{
    public async Task EraseAsync(DealKey deal, CancellationToken cancellationToken)
    {
        var (account, id) = (deal.Account.Value, deal.Deal.Value);
        // The deal first, as everybody locks it before its rows.
        await db.Database.ExecuteSqlAsync(
            $"SELECT 1 FROM amocrm_deals WHERE user_account_id = {account} AND amocrm_lead_id = {id} FOR UPDATE",
            cancellationToken
        );
        await db.Database.ExecuteSqlAsync(
            $"UPDATE amocrm_lead_status_history SET webhook_data = NULL WHERE user_account_id = {account} AND amocrm_lead_id = {id}",
            cancellationToken
        );
        await db.Database.ExecuteSqlAsync(
            $"UPDATE amocrm_stage_sightings SET webhook_data = NULL WHERE user_account_id = {account} AND amocrm_lead_id = {id}",
            cancellationToken
        );
        await db.Database.ExecuteSqlAsync(
            $"DELETE FROM amocrm_deal_contacts WHERE user_account_id = {account} AND amocrm_lead_id = {id}",
            cancellationToken
        );
        await db.Database.ExecuteSqlAsync(
            $"UPDATE lead_matches SET phone_e164 = NULL WHERE user_account_id = {account} AND amocrm_lead_id = {id}",
            cancellationToken
        );
        // Bodies that told of others too go with it: what they told has taken effect.
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE webhook_deliveries SET raw_body = ''
            WHERE user_account_id = {account}
              AND events @> jsonb_build_array(jsonb_build_object('entity', 'lead', 'id', {id}))
            """,
            cancellationToken
        );
    }
}
