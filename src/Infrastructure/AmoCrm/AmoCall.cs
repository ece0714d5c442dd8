namespace AmoCrmQualification.Infrastructure.AmoCrm;

/// <summary>Tells the handlers how to send a request. It travels with the request, among its options.</summary>
internal sealed record AmoCall
{
    public const string Key = "amocrm-call";
    private static readonly HttpRequestOptionsKey<AmoCall> Option = new(Key);

    /// <summary>Its stored token is used. Null where <see cref="Access"/> is given.</summary>
    public UserAccountId? Account { get; private init; }

    /// <summary>Given by the caller, or else filled in by the token handler.</summary>
    public AmoAccessToken? Access { get; private init; }

    /// <summary>Sending it twice does no harm. What is not, the caller repeats after looking what became of it.</summary>
    public bool IsRepeatable { get; init; } = true;

    /// <summary>Strings that the request carries and amoCRM's answer may repeat.</summary>
    public IReadOnlyList<string?> Secrets { get; init; } = [];

    public AmoCall Once => this with { IsRepeatable = false };

    public static AmoCall For(UserAccountId account) => new() { Account = account };

    public static AmoCall With(AmoAccessToken access) => new() { Access = access };

    public static AmoCall From(HttpRequestMessage request) =>
        request.Options.TryGetValue(Option, out var call)
            ? call
            : throw new InvalidOperationException("A request to amoCRM names no account.");

    /// <summary>Address and access token of the request, now that the account's credentials are known.</summary>
    public static void SetAccess(HttpRequestMessage request, AmoAccessToken access) =>
        request.Options.Set(Option, From(request) with { Access = access });

    public override string ToString() => $"{nameof(AmoCall)} {Account?.Value} {Access}"; // secrets reach no log
}

/// <summary>With what right amoCRM is called, and where.</summary>
/// <param name="Token">Null where the call itself carries the right.</param>
internal sealed record AmoAccessToken(AmoDomain Domain, string? Token)
{
    public override string ToString() => Domain.Host; // tokens reach no log
}
