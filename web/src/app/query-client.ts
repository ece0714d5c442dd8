import { notifications } from '@mantine/notifications'
import { MutationCache, QueryClient } from '@tanstack/react-query'
import { problemSentence } from '@/components/problem-sentence'
import { ApiError } from '@/lib/problem'

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: {
      /** Set where the form shows its own errors: no notification. */
      saysItsErrors?: boolean
    }
  }
}

const mayRecover = (error: unknown) =>
  !(error instanceof ApiError) || error.status === 0 || error.status >= 500

export const newQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      // Open pages refetch each minute; hidden tabs pause.
      queries: {
        staleTime: 15_000,
        refetchInterval: 60_000,
        retry: (times, error) => mayRecover(error) && times < 2,
      },
    },
    mutationCache: new MutationCache({
      onError: (error, _variables, _result, mutation) => {
        if (!mutation.meta?.saysItsErrors)
          notifications.show({ color: 'red', message: problemSentence(error) })
      },
    }),
  })
