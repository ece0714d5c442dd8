namespace AmoCrmQualification.Application.Common;

/// <summary>How many accounts more a worker can serve now. Those whose amoCRM fails have slots of their own, so that nobody waits for them.</summary>
/// <param name="Healthy">For accounts whose amoCRM answered when it was last called.</param>
/// <param name="Failing">For accounts whose amoCRM did not.</param>
public readonly record struct FreeSlots(int Healthy, int Failing);
