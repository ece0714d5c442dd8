import { Button, Container } from '@mantine/core'
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router'
import { appTexts } from '@/app/texts'
import { Empty, Failure } from '@/components/States'
import { useTexts } from '@/lib/texts'

export function NotFound() {
  const t = useTexts(appTexts)
  return (
    <Empty
      title={t('notFound')}
      hint={t('notFoundHint')}
      action={
        <Button component={Link} to="/" variant="default">
          {t('toStart')}
        </Button>
      }
    />
  )
}

export function RouteFailure({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  return (
    <Container size="sm" py="xl">
      <Failure
        error={error}
        retry={() => {
          reset()
          void router.invalidate()
        }}
      />
    </Container>
  )
}
