using System.Buffers;
using System.Net;
using System.Net.Sockets;
using MimeKit;
using SmtpServer;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace AmoCrmQualification.Sandbox.Messages;

/// <summary>A mail that somebody has got.</summary>
public sealed record ReceivedMail(
    string To,
    string From,
    string Subject,
    string Text,
    string Html,
    string MessageId,
    IReadOnlyDictionary<string, string> Headers
);

/// <summary>A mail server on a loopback port that keeps what it is given.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly Boxes _boxes = new();
    private readonly Gate _gate = new();
    private readonly Task _running;

    private MailServer(int port)
    {
        Port = port;
        var options = new SmtpServerOptionsBuilder()
            .ServerName("localhost")
            .Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, port)))
            .Build();
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add(_boxes);
        services.Add(_gate);
        _running = new SmtpServer.SmtpServer(options, services).StartAsync(_stopping.Token);
    }

    public int Port { get; }

    /// <summary>All mails to an address, oldest first; of all addresses without one.</summary>
    public IReadOnlyList<ReceivedMail> Mails(string? to = null)
    {
        lock (_boxes.Mails)
            return [.. _boxes.Mails.Where(mail => to is null || mail.To == to)];
    }

    /// <summary>Refuses an address for good.</summary>
    public void Refuse(string address)
    {
        lock (_gate.Refused)
            _gate.Refused.Add(address);
    }

    /// <param name="port">0 takes any free port.</param>
    public static MailServer Start(int port = 0) => new(port == 0 ? FreePort() : port);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Boxes : MessageStore
    {
        public List<ReceivedMail> Mails { get; } = [];

        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context,
            IMessageTransaction transaction,
            ReadOnlySequence<byte> buffer,
            CancellationToken cancellationToken
        )
        {
            using var mail = await MimeMessage.LoadAsync(new MemoryStream(buffer.ToArray()), cancellationToken);
            var headers = mail.Headers.DistinctBy(h => h.Field).ToDictionary(h => h.Field, h => h.Value, StringComparer.Ordinal);
            lock (Mails)
            {
                foreach (var to in transaction.To)
                    Mails.Add(
                        new(
                            to.AsAddress(),
                            mail.From.ToString(),
                            mail.Subject ?? "",
                            mail.TextBody ?? "",
                            mail.HtmlBody ?? "",
                            mail.MessageId ?? "",
                            headers
                        )
                    );
            }
            return SmtpResponse.Ok;
        }
    }

    private sealed class Gate : MailboxFilter
    {
        public HashSet<string> Refused { get; } = new(StringComparer.Ordinal);

        public override Task<bool> CanDeliverToAsync(
            ISessionContext context,
            IMailbox to,
            IMailbox @from,
            CancellationToken cancellationToken
        )
        {
            lock (Refused)
                return Task.FromResult(!Refused.Contains(to.AsAddress()));
        }
    }
}
