type MaybeId = number | null | undefined

/** amoCRM's ids of won and lost, the same in every pipeline. */
export const isWon = (statusId: MaybeId) => statusId === 142
export const isLost = (statusId: MaybeId) => statusId === 143
/** True for won and lost. */
export const isClosing = (statusId: MaybeId) => isWon(statusId) || isLost(statusId)
