using System.Globalization;
using AmoCrmQualification.Application.AmoCrm;

namespace AmoCrmQualification.Application.Runs;

/// <summary>Why a run did not get on, for people.</summary>
internal static class RunErrors
{
    public const string OurFault = "Something went wrong on our side; it is tried again.";

    public static string From(AmoCallException cause) =>
        cause.Failure switch
        {
            AmoFailure.NeedsReauthorization => "amoCRM refuses the token: connect the account anew.",
            AmoFailure.RateLimited or AmoFailure.Transient => cause.Explain($"amoCRM fails ({Status(cause)})"),
            AmoFailure.Permanent => cause.Explain($"amoCRM refuses the request ({Status(cause)})"),
        };

    private static string Status(AmoCallException cause) =>
        cause.Status is { } status ? "status " + status.ToString(CultureInfo.InvariantCulture) : "no answer";
}
