using System.Net;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace AmoCrmQualification.Infrastructure.AmoCrm.Json;

/// <summary>An answer of amoCRM that has been parsed already.</summary>
internal sealed class AmoJsonContent(JsonElement json) : HttpContent
{
    public JsonElement Json { get; } = json;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        stream.Write(JsonMarshal.GetRawUtf8Value(Json));
        return Task.CompletedTask;
    }

    protected override bool TryComputeLength(out long length)
    {
        length = JsonMarshal.GetRawUtf8Value(Json).Length;
        return true;
    }
}
