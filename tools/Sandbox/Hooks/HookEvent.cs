namespace AmoCrmQualification.Sandbox.Hooks;

/// <summary>
/// One thing to tell the subscribers of `Setting`. The fields are taken when it happens: amoCRM sends what was true then,
/// and a retry repeats it unchanged.
/// </summary>
internal sealed record HookEvent(
    string Entity,
    string Word,
    string Setting,
    long EntityId,
    IReadOnlyList<KeyValuePair<string, string>> Fields
)
{
    public bool TellsStageMove => Word == "status";
}
