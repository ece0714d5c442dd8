namespace AmoCrmQualification.Application.Common;

/// <summary>Free slots of a worker, by account. Accounts whose amoCRM fails have slots of their own and delay no others.</summary>
/// <param name="Healthy">For accounts whose amoCRM answered when it was last called.</param>
/// <param name="Failing">For accounts whose amoCRM did not.</param>
public readonly record struct FreeSlots(int Healthy, int Failing);
