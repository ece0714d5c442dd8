using System.Net.Http.Headers;
using System.Reflection;
using Refit;

namespace AmoCrmQualification.Infrastructure.AmoCrm.Json;

/// <summary>Has Refit write and read amoCRM's JSON as <see cref="AmoJson"/> does.</summary>
internal sealed class AmoContentSerializer : IHttpContentSerializer
{
    public HttpContent ToHttpContent<T>(T item) =>
        new ByteArrayContent(AmoJson.Write(item)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    public Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default) =>
        Task.FromResult(AmoJson.Read<T>(((AmoJsonContent)content).Json));

    /// <summary>Query parameters are named where they are declared.</summary>
    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) => null;
}
