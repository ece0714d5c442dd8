export const deliveryStates = ['pending', 'processed', 'unmatched', 'dead'] as const
export type DeliveryState = (typeof deliveryStates)[number]

export const readDeliveryList = (search: Record<string, unknown>): { state?: DeliveryState } => ({
  state: deliveryStates.find((state) => state === search.state),
})
