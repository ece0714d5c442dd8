using System.Diagnostics;
using System.Text;
using AmoCrmQualification.Sandbox.OAuth;
using AmoCrmQualification.Sandbox.V4;

namespace AmoCrmQualification.Sandbox.Faults;

/// <summary>
/// Everything that happens to a call before its route: whose it is, the log, faults, the rate limit, the token.
/// Only amoCRM's own addresses pass here; the control API and the board do not.
/// </summary>
internal sealed class ApiGate(CrmWorld world, FaultBook faults, RequestLog log, OAuthServer oauth)
{
    public async Task PassAsync(HttpContext http, RequestDelegate next)
    {
        var token = world.Tokens.Find(Bearer(http));
        var account = world.OwnerOf(token);
        if (account is not null)
            http.Items[typeof(CrmAccount)] = account;

        var (at, started) = (world.Clock.GetUtcNow(), Stopwatch.GetTimestamp());
        var dropped = false;
        try
        {
            http.Response.Headers["X-Request-Id"] = Guid.NewGuid().ToString();
            dropped = await FaultedAsync(http, token, account, next);
        }
        finally
        {
            var owner = (http.Items[typeof(CrmAccount)] as CrmAccount)?.Id;
            log.Add(
                new LoggedRequest(
                    at,
                    owner,
                    http.Request.Method,
                    http.Request.Path,
                    http.Request.QueryString.ToString(),
                    dropped ? 0 : http.Response.StatusCode,
                    (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds
                )
            );
        }
    }

    /// <returns>Whether the connection was dropped.</returns>
    private async Task<bool> FaultedAsync(HttpContext http, AccessToken? token, CrmAccount? account, RequestDelegate next)
    {
        if (await LimitedAsync(http, account))
            return false;

        var rule = faults.Take($"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}", account?.Id);
        if (rule is null)
        {
            await AnswerAsync(http, token, next);
            return false;
        }

        if (rule is { Kind: FaultKind.Slow, DelayAfterWrite: true })
        {
            await LateAsync(http, rule.DelayMs, () => AnswerAsync(http, token, next));
            return false;
        }

        if (rule.Holding is not null || rule.Kind is FaultKind.Php or FaultKind.CutShort)
        {
            await RewrittenAsync(http, rule, () => AnswerAsync(http, token, next));
            return false;
        }

        if (rule.DelayMs > 0)
            await Task.Delay(rule.DelayMs, http.RequestAborted);
        if (rule.AfterWrite)
            await DiscardingAsync(http, () => AnswerAsync(http, token, next));
        switch (rule.Kind)
        {
            case FaultKind.Error:
                await FaultAnswer.WriteAsync(http, rule);
                break;
            case FaultKind.Unauthorized:
                await CrmProblem.Unauthorized().WriteAsync(http);
                break;
            case FaultKind.Empty:
                http.Response.StatusCode = 204;
                break;
            case FaultKind.Slow:
                if (!rule.AfterWrite)
                    await AnswerAsync(http, token, next);
                break;
            case FaultKind.Drop:
                http.Abort();
                return true;
        }

        return false;
    }

    /// <summary>429 above the limit; who keeps knocking gets nginx's 403 on everything until unblocked.</summary>
    private async Task<bool> LimitedAsync(HttpContext http, CrmAccount? account)
    {
        if (account is null)
            return false;

        var switches = account.Switches;
        var inThisSecond = log.Arrived(account.Id);
        if (log.IsBlocked(account.Id))
        {
            await FaultAnswer.WriteAsync(http, 403, FaultBody.Html);
            return true;
        }

        if (switches.RateLimitPerSecond is not { } limit || inThisSecond <= limit)
            return false;

        log.Refused(account);
        await FaultAnswer.WriteAsync(
            http,
            429,
            switches.RateLimitAsText ? FaultBody.Text : FaultBody.Json,
            switches.RateLimitRetryAfter
        );
        return true;
    }

    private async Task AnswerAsync(HttpContext http, AccessToken? token, RequestDelegate next)
    {
        try
        {
            if (http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            {
                if (token is null || !world.Tokens.IsValid(token))
                    throw CrmProblem.Unauthorized();
                if (token.Kind == TokenKind.OAuth)
                    oauth.NoteUse(token.Value);
            }

            await next(http);
        }
        catch (CrmProblem problem)
        {
            await problem.WriteAsync(http);
        }

        if (http.Response is { StatusCode: 404, HasStarted: false, ContentType: null })
            await CrmProblem.NotFound($"Cannot {http.Request.Method} {Reply.Address(http)}{http.Request.Path}").WriteAsync(http);
        if (http.Response is { StatusCode: 405, HasStarted: false, ContentType: null })
            await new CrmProblem(405, "Method Not Allowed", $"Method {http.Request.Method} is not allowed").WriteAsync(http);
    }

    private static async Task LateAsync(HttpContext http, int delay, Func<Task> work)
    {
        var real = http.Response.Body;
        using var answer = new MemoryStream();
        http.Response.Body = answer;
        await work();
        await Task.Delay(delay, http.RequestAborted);
        http.Response.Body = real;
        await real.WriteAsync(answer.ToArray(), http.RequestAborted);
    }

    /// <summary>Applies a fault to the answer, by what it holds.</summary>
    private static async Task RewrittenAsync(HttpContext http, FaultRule rule, Func<Task> work)
    {
        var real = http.Response.Body;
        using var written = new MemoryStream();
        http.Response.Body = written;
        await work();
        http.Response.Body = real;
        var answer = Encoding.UTF8.GetString(written.ToArray());
        var isHit = answer.Length > 0 && (rule.Holding is null || answer.Contains(rule.Holding, StringComparison.Ordinal));
        if (isHit && rule.Kind == FaultKind.Error)
        {
            http.Response.Clear();
            await FaultAnswer.WriteAsync(http, rule);
            return;
        }

        var told = Encoding.UTF8.GetBytes(
            !isHit ? answer
            : rule.Kind == FaultKind.CutShort ? answer[..(answer.Length / 2)]
            : PhpAnswer.Rewrite(answer, rule)
        );
        if (told.Length == 0)
            return; // 204
        http.Response.ContentLength = told.Length;
        await real.WriteAsync(told, http.RequestAborted);
    }

    private static async Task DiscardingAsync(HttpContext http, Func<Task> work)
    {
        var real = http.Response.Body;
        http.Response.Body = Stream.Null;
        await work();
        http.Response.Body = real;
        http.Response.Clear();
    }

    private static string? Bearer(HttpContext http) =>
        http.Request.Headers.Authorization.ToString() is { } header
        && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? header[7..].Trim()
            : null;
}
