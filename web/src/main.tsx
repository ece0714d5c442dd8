import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/notifications/styles.css'
import '@/app/print/sheet.css'
import '@/app/print/controls.css'
import '@/app/print/blocks.css'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { setNonce } from 'get-nonce'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { newQueryClient } from '@/app/query-client'
import { newRouter } from '@/app/router'
import { Themed } from '@/app/Themed'
import { whenSignedOut } from '@/lib/api-client'
import { ApiError } from '@/lib/problem'
import { sessionQuery } from '@/lib/session'

const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? ''
setNonce(nonce) // for the scroll lock of dialogs
const queryClient = newQueryClient()
const router = newRouter(queryClient)
whenSignedOut(() => {
  if (!queryClient.getQueryData(sessionQuery.queryKey)) return
  queryClient.clear()
  void router.invalidate()
})

const element = document.getElementById('root')
if (!element) throw new Error('The page has no place for the app.')
createRoot(element, {
  // Refusals of the API are shown on the page; the console is for our own errors.
  onCaughtError: (error) => {
    if (!(error instanceof ApiError)) console.error(error)
  },
}).render(
  <StrictMode>
    <Themed nonce={nonce}>
      <QueryClientProvider client={queryClient}>
        <Notifications position="top-right" />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </Themed>
  </StrictMode>,
)
