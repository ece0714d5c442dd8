using System.Net.Sockets;
using AmoCrmQualification.Application.Digests;
using AmoCrmQualification.Domain.Digests;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace AmoCrmQualification.Infrastructure.Digests;

public enum SmtpSecurity
{
    Auto,
    None,
    StartTls,
    Tls,
}

/// <param name="User">Null: the server asks for none.</param>
public sealed record SmtpOptions(string Host, int Port, string? User, string? Password, string From, SmtpSecurity Security);

internal sealed class SmtpMessenger(SmtpOptions options) : IMessenger
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    public DigestChannel Channel => DigestChannel.Email;

    public async Task<Delivery> SendAsync(ClaimedMessage message, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(s_patience);
        using var client = new SmtpClient();
        try
        {
            await client.ConnectAsync(options.Host, options.Port, Security, patience.Token);
            if (options.User is { } user)
                await client.AuthenticateAsync(user, options.Password ?? "", patience.Token);
            using var mail = Write(message);
            await client.SendAsync(mail, patience.Token);
        }
        catch (SmtpCommandException e) when (IsOfAddress(e))
        {
            return new Delivery.Refused(DigestPause.AddressRefused, $"{(int)e.StatusCode}: {e.Message}");
        }
        catch (ParseException e)
        {
            return new Delivery.Refused(DigestPause.AddressRefused, e.Message);
        }
        catch (Exception e) when (e is CommandException or ProtocolException or SocketException or IOException)
        {
            return new Delivery.Later($"The mail server fails: {e.Message}");
        }
        catch (Exception e)
            when (e
                    is AuthenticationException
                        or SslHandshakeException
                        or NotSupportedException
                        or ServiceNotAuthenticatedException
            )
        {
            return new Delivery.Later($"The mail server does not let us in: {e.Message}");
        }
        catch (OperationCanceledException)
        {
            return new Delivery.Later("The mail server does not answer in time.");
        }
        await QuitAsync(client, patience.Token);
        return new Delivery.Sent();
    }

    private SecureSocketOptions Security =>
        options.Security switch
        {
            SmtpSecurity.Auto => SecureSocketOptions.Auto,
            SmtpSecurity.None => SecureSocketOptions.None,
            SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
            SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        };

    // A refused sender is the operator's to mend, and would be refused for every digest.
    private static bool IsOfAddress(SmtpCommandException e) =>
        (int)e.StatusCode >= 500 && e.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted;

    private MimeMessage Write(ClaimedMessage message)
    {
        var from = MailboxAddress.Parse(options.From);
        var mail = new MimeMessage
        {
            Subject = message.Subject,
            // The same for each attempt: mail programs show a message that came twice once.
            MessageId = $"{message.Id.Value:N}@{from.Domain}",
            Body = new BodyBuilder { TextBody = message.Text, HtmlBody = message.Html }.ToMessageBody(),
        };
        mail.From.Add(from);
        mail.To.Add(MailboxAddress.Parse(message.Recipient));
        mail.Headers.Add(HeaderId.ListUnsubscribe, $"<{message.Unsubscribe}>");
        mail.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        return mail;
    }

    // It has taken the message already.
    private static async Task QuitAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception e) when (e is ProtocolException or SocketException or IOException or OperationCanceledException)
        {
            // The connection goes anyway.
        }
    }
}
