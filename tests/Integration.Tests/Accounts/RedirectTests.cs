using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace AmoCrmQualification.Integration.Tests.Accounts;

internal sealed class RedirectTests : ApiTest
{
    [Test]
    public async Task A_redirect_does_not_lead_the_token_elsewhere()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        await using var elsewhere = builder.Build();
        var followed = 0;
        elsewhere.Run(http =>
        {
            if (http.Request.Path == "/elsewhere")
                Interlocked.Increment(ref followed);
            else
                http.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        });
        await elsewhere.StartAsync();
        await using var service = await Service.StartAsync(("AmoCrm:ApiBaseUrl", elsewhere.Urls.First()));
        using var admin = service.Client(Service.AdminKey);

        var answer = await admin.PostAsJsonAsync(
            "/api/user-accounts",
            new
            {
                name = "К",
                amocrm_domain = "mebel.amocrm.ru",
                long_lived_token = "token",
            }
        );

        var problem = await ProblemAsync(answer, HttpStatusCode.BadGateway, "amocrm_unavailable");
        Assert.That(problem.Number("amocrm_status"), Is.EqualTo(StatusCodes.Status302Found));
        Assert.That(followed, Is.Zero);
    }
}
