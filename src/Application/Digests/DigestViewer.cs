using AmoCrmQualification.Domain.Digests;

namespace AmoCrmQualification.Application.Digests;

/// <summary>Shows digests with their last messages.</summary>
internal sealed class DigestViewer(IAppDbContext db, IBot bot)
{
    public async Task<DigestView> ShowAsync(Digest digest, CancellationToken cancellationToken) =>
        (await ShowAsync([digest], cancellationToken))[0];

    public async Task<IReadOnlyList<DigestView>> ShowAsync(IReadOnlyList<Digest> digests, CancellationToken cancellationToken)
    {
        var views = new List<DigestView>();
        foreach (var digest in digests)
        {
            var name = digest is { Channel: DigestChannel.Telegram, Recipient: null }
                ? await bot.NameAsync(cancellationToken)
                : null;
            views.Add(DigestView.Show(digest, await LastAsync(digest, cancellationToken), name));
        }
        return views;
    }

    // An account has few digests: a statement for each goes by an index.
    private Task<DigestMessageView?> LastAsync(Digest digest, CancellationToken cancellationToken) =>
        db
            .DigestMessages.Where(m => m.UserAccountId == digest.UserAccountId && m.DigestId == digest.Id)
            .OrderByDescending(m => m.CreatedAt)
            .Select(m => new DigestMessageView(m.Kind, m.State, m.Subject, m.Text, m.Attempts, m.Error, m.CreatedAt, m.SentAt))
            .FirstOrDefaultAsync(cancellationToken);
}
