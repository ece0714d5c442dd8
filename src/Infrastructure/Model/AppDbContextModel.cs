namespace AmoCrmQualification.Infrastructure.Model;

/// <summary>The model as ./dev migrate has compiled it: to build it from its configuration takes each start half a second.</summary>
public partial class AppDbContextModel
{
    partial void Customize() => TenantFilter.AddTo(this);
}
