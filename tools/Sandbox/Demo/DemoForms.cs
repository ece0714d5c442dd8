namespace AmoCrmQualification.Sandbox.Demo;

/// <summary>Forms of the last day that nobody has looked at yet: their marks are in the address of the page.</summary>
internal static class DemoForms
{
    private const int Count = 5;
    private const int FirstNumber = 2_000;
    private const long Apart = 3 * 3600;

    public static IEnumerable<NewForm> For(DateTimeOffset anchor) =>
        Enumerable.Range(0, Count).Select(i => Form(i, anchor.ToUnixTimeSeconds() - ((Count - i) * Apart)));

    private static NewForm Form(int i, long at)
    {
        var creative = DemoCast.Creatives[i];
        var number = FirstNumber + i;
        return new NewForm
        {
            FormId = "3317",
            FormName = "Рассчитать стоимость",
            FormPage = $"https://mebel-demo.example/calc?utm_source={creative.Source}&utm_medium=cpc&utm_content={creative.AdId}",
            Referer = "https://mebel-demo.example/",
            VisitorUid = $"visitor-{number}",
            Lead = new NewLead
            {
                Id = DemoPlan.FirstLead + number,
                Name = "Заявка с сайта",
                PipelineId = creative.Direction == DemoCast.PartnersDirection ? DemoAccount.Partners : DemoAccount.Sales,
                At = at,
                Contact = new NewContact
                {
                    Id = DemoPlan.FirstContact + number,
                    Name = DemoCast.Names[i],
                    Phones = [DemoCast.PhoneOf(number)],
                },
            },
        };
    }
}
