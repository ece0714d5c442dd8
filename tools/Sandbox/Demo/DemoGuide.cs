namespace AmoCrmQualification.Sandbox.Demo;

/// <summary>The last thing the demo says: where to look and what to try.</summary>
internal static class DemoGuide
{
    public static void Print(Uri api, Uri sandbox, string keyFile, string account)
    {
        var address = api.ToString().TrimEnd('/');
        var call = $"curl -s -H \"Authorization: Bearer $(cat {keyFile})\" \"{address}";
        Console.WriteLine(
            $"""

            Product        {address}   sign in as {DemoAccount.Email} with the password: {DemoAccount.Phrase}
            Swagger        {address}/swagger
            amoCRM board   {sandbox}   move a deal here by hand and watch the product follow

            Try:
            {call}/api/amocrm/qualification-stats?userAccountId={account}"
            {call}/api/leads?userAccountId={account}&limit=5"
            {call}/api/sales?userAccountId={account}&limit=5"
            {call}/api/analytics/creatives?userAccountId={account}"
            """
        );
    }
}
