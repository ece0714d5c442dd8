import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { api, keepCsrfToken, read } from '@/lib/api-client'
import type { components } from '@/lib/api-types'
import { type Session, sessionQuery } from '@/lib/session'

export type User = components['schemas']['UserView']
export type Role = components['schemas']['PersonRole']
export type Invited = components['schemas']['InvitedUser']

/** After sign-in: drops every cached query. */
function useEntry(next?: string) {
  const queryClient = useQueryClient()
  const router = useRouter()
  return async (session: Session) => {
    queryClient.clear()
    keepCsrfToken(session.csrf_token)
    queryClient.setQueryData(sessionQuery.queryKey, session)
    await router.invalidate()
    await router.navigate({ href: next ?? '/' })
  }
}

const saysItsErrors = { saysItsErrors: true }

export function useSignIn(next?: string) {
  const enter = useEntry(next)
  return useMutation({
    mutationFn: (body: { email: string; password: string }) => read(api.POST('/api/session', { body })),
    onSuccess: enter,
    meta: saysItsErrors,
  })
}

export function useSetup() {
  const enter = useEntry()
  return useMutation({
    mutationFn: (body: { admin_key: string; email: string; password: string }) =>
      read(api.POST('/api/setup', { body })),
    onSuccess: enter,
    meta: saysItsErrors,
  })
}

export const invitationQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) =>
      read(api.GET('/api/invitations/{token}', { params: { path: { token } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  })

export function useAcceptInvitation(token: string) {
  const enter = useEntry()
  return useMutation({
    mutationFn: (password: string) =>
      read(api.POST('/api/invitations/{token}', { params: { path: { token } }, body: { password } })),
    onSuccess: enter,
    meta: saysItsErrors,
  })
}

export function useChangePassword() {
  return useMutation({
    mutationFn: (body: { current_password: string; new_password: string }) =>
      read(api.PUT('/api/session/password', { body })),
    meta: saysItsErrors,
  })
}

export const usersQuery = queryOptions({
  queryKey: ['users'],
  queryFn: ({ signal }) => read(api.GET('/api/users', { params: { query: { limit: 500 } }, signal })),
  select: (page) => page.items,
})

function useUserMutation<V, T>(mutationFn: (variables: V) => Promise<T>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: usersQuery.queryKey }),
    meta: saysItsErrors,
  })
}

export interface Rights {
  role: Role
  account_ids: string[]
  hide_contacts: boolean
}

export const useInvite = () =>
  useUserMutation((body: Rights & { email: string }) => read(api.POST('/api/users', { body })))

export const useChangeUser = (id: string) =>
  useUserMutation((body: Rights) => read(api.PATCH('/api/users/{id}', { params: { path: { id } }, body })))

export const useRemoveUser = (id: string) =>
  useUserMutation(() => read(api.DELETE('/api/users/{id}', { params: { path: { id } } })))

export const useRenewInvitation = (id: string) =>
  useUserMutation(() => read(api.POST('/api/users/{id}/invitation', { params: { path: { id } } })))
