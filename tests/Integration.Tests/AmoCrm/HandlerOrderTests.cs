using AmoCrmQualification.Infrastructure.AmoCrm;
using AmoCrmQualification.Infrastructure.AmoCrm.Handlers;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Integration.Tests.AmoCrm;

internal sealed class HandlerOrderTests
{
    private static readonly Type[] s_sending =
    [
        typeof(AddressHandler),
        typeof(ResilienceHandler),
        typeof(RateLimitHandler),
        typeof(FailureHandler),
        typeof(CallMetricsHandler),
    ];

    [Test]
    public void A_call_gets_its_token_once_and_a_permit_for_each_try() =>
        Assert.That(HandlersOf(nameof(IAmoCrmApi)), Is.EqualTo(s_sending.Prepend(typeof(TokenHandler))));

    [Test]
    public void The_token_endpoint_is_called_without_a_token() =>
        Assert.That(HandlersOf(nameof(IAmoOAuthApi)), Is.EqualTo(s_sending));

    [Test]
    public void Each_endpoint_is_named_once()
    {
        var endpoints =
            from api in new[] { typeof(IAmoCrmApi), typeof(IAmoOAuthApi) }
            from method in api.GetMethods()
            from attribute in method.GetCustomAttributesData()
            where attribute.AttributeType.Namespace == "Refit"
            from argument in attribute.ConstructorArguments
            select $"{attribute.AttributeType.Name} {((string)argument.Value!).Split('?')[0]}";

        Assert.That(endpoints, Is.Unique.And.Exactly(13).Items);
    }

    private static IEnumerable<Type> HandlersOf(string api)
    {
        var factory = SharedService.Instance.Services.GetRequiredService<IHttpMessageHandlerFactory>();
        for (
            var handler = factory.CreateHandler(api);
            handler is DelegatingHandler { InnerHandler: var inner } outer;
            handler = inner
        )
        {
            if (outer.GetType().Assembly == typeof(TokenHandler).Assembly)
                yield return outer.GetType();
        }
    }
}
