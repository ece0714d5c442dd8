using System.ComponentModel.DataAnnotations;

namespace AmoCrmQualification.Api.Configuration;

internal sealed class WholeNumberAttribute : RangeAttribute
{
    public WholeNumberAttribute(int minimum, int maximum)
        : base(minimum, maximum) => ErrorMessage = "it is no whole number from {1} to {2}";
}
