using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;

namespace AmoCrmQualification.Bench.Load;

/// <summary>One kept-alive connection. Knows just enough of HTTP to find the end of a short answer.</summary>
internal sealed class LoadConnection : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[16 * 1024];

    private LoadConnection() { }

    public static async Task<LoadConnection> OpenAsync(Uri address)
    {
        var connection = new LoadConnection();
        await connection._socket.ConnectAsync(IPAddress.Parse(address.Host), address.Port);
        return connection;
    }

    /// <summary>Answers the status.</summary>
    public async ValueTask<int> SendAsync(byte[] request)
    {
        await _socket.SendAsync(request);
        var received = 0;
        do
        {
            var more = await _socket.ReceiveAsync(_buffer.AsMemory(received));
            if (more == 0)
                throw new IOException("The server closed the connection.");
            received += more;
        } while (!IsWhole(_buffer.AsSpan(0, received)));

        return Utf8Parser.TryParse(_buffer.AsSpan("HTTP/1.1 ".Length), out int status, out _) ? status : 0;
    }

    public void Dispose() => _socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return false;
        var field = answer[..end].IndexOf("Content-Length: "u8);
        if (field < 0)
            return answer.EndsWith("\r\n0\r\n\r\n"u8); // chunked
        _ = Utf8Parser.TryParse(answer[(field + "Content-Length: ".Length)..], out int length, out _);
        return answer.Length >= end + 4 + length;
    }
}
