using AmoCrmQualification.Application.AmoCrm;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

/// <summary>Tells whether a failed read is the fault of one of its rows, or amoCRM itself fails: then it answers nothing else either.</summary>
internal sealed class RowFailures(IAmoCrmApi amo)
{
    /// <exception cref="AmoCallException">With IsOfOneRow where amoCRM answers other calls.</exception>
    public async Task<T> ReadAsync<T>(UserAccountId account, Func<Task<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            return await read();
        }
        catch (AmoCallException e) when (e.MayBeOfOneRow)
        {
            if (!await AnswersAsync(account, cancellationToken))
                throw;
            throw new AmoCallException(e.Failure, e.Status, e.RetryAfter, e) { IsOfOneRow = true, Sentence = e.Sentence };
        }
    }

    private async Task<bool> AnswersAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        try
        {
            return await amo.GetAccountAsync(AmoCall.For(account).Once, with: null, cancellationToken) is not null;
        }
        catch (AmoCallException)
        {
            return false;
        }
    }
}
