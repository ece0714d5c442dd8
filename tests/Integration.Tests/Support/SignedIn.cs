namespace AmoCrmQualification.Integration.Tests.Support;

/// <summary>A person in a browser: the cookie that was set, and the session that was answered with it.</summary>
internal sealed record SignedIn(string Email, string Cookie, JsonElement Session)
{
    public const string Password = "correct horse battery";

    public string CsrfToken => Session.Text("csrf_token")!;

    /// <summary>A new user who has accepted the invitation.</summary>
    public static async Task<SignedIn> NewAsync(Service service, string role, params Guid[] accounts)
    {
        var invited = await InviteAsync(service, role, accounts);
        using var browser = service.Bare();
        return await OfAsync(await browser.PostAsJsonAsync(LinkOf(invited), new { password = Password }));
    }

    /// <summary>A new user who has not.</summary>
    public static Task<JsonElement> InviteAsync(Service service, string role, params Guid[] accounts) =>
        InviteAsync(service, role, hideContacts: false, accounts);

    public static async Task<JsonElement> InviteAsync(Service service, string role, bool hideContacts, params Guid[] accounts)
    {
        using var operatorOfService = service.Client(Service.AdminKey);
        var email = $"{role}-{Guid.CreateVersion7():N}@example.com";
        var answer = await operatorOfService.PostAsJsonAsync(
            "/api/users",
            new
            {
                email,
                role,
                account_ids = accounts,
                hide_contacts = hideContacts,
            }
        );
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created), text);
        return JsonElement.Parse(text);
    }

    /// <summary>The route that the page behind an invitation's link calls.</summary>
    public static string LinkOf(JsonElement invited)
    {
        const string Page = Service.PublicUrl + "/invitation/";
        var url = invited.Text("invitation_url")!;
        Assert.That(url, Does.StartWith(Page));
        return "/api/invitations/" + url[Page.Length..];
    }

    /// <summary>What an answer that signs somebody in has brought.</summary>
    public static async Task<SignedIn> OfAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.IsSuccessStatusCode, text);
        var session = JsonElement.Parse(text);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        return new(session.Text("email")!, cookie.Split(';')[0], session);
    }

    /// <summary>Calls as the web app does.</summary>
    public HttpClient Client(Service service, bool withCsrfToken = true)
    {
        var client = service.Bare();
        client.DefaultRequestHeaders.Add("Cookie", Cookie);
        if (withCsrfToken)
            client.DefaultRequestHeaders.Add("X-CSRF-Token", CsrfToken);
        return client;
    }
}
