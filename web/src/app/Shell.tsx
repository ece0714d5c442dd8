import { AppShell, Burger, Group, NavLink, ScrollArea, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Link, Outlet, useParams, useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'
import { AccountSwitcher } from '@/app/AccountSwitcher'
import { AlertBell } from '@/app/AlertBell'
import { ArchivedNotice } from '@/app/ArchivedNotice'
import { DropTarget } from '@/app/DropTarget'
import { navigation } from '@/app/navigation'
import classes from '@/app/Shell.module.css'
import { appTexts } from '@/app/texts'
import { UserMenu } from '@/app/UserMenu'
import { Allowed } from '@/components/Allowed'
import { LanguageSwitch, SchemeSwitch } from '@/components/Switches'
import { useTexts } from '@/lib/texts'

/** The header and menu around every page of a signed-in user. */
export function Shell() {
  const t = useTexts(appTexts)
  const [isOpen, { toggle, close }] = useDisclosure(false)
  const { accountId } = useParams({ strict: false })
  const path = useRouterState({ select: (state) => state.location.pathname })
  useEffect(close, [path, close])

  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 230, breakpoint: 'sm', collapsed: { mobile: !isOpen, desktop: !accountId } }}
      padding="md"
    >
      <a href="#content" className={classes.skip}>
        {t('skip')}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" gap="sm" wrap="nowrap">
          {accountId && (
            <Burger
              opened={isOpen}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={t('menu')}
              aria-expanded={isOpen}
            />
          )}
          <Link to="/" className={classes.brand} aria-label="AmoCrmQualification">
            <img src="/favicon.svg" alt="" width={28} height={28} />
            <Text fw={700} visibleFrom="md" span>
              AmoCrmQualification
            </Text>
          </Link>
          <AccountSwitcher />
          <Group gap={4} ml="auto" wrap="nowrap">
            {accountId && <AlertBell accountId={accountId} />}
            <LanguageSwitch />
            <SchemeSwitch />
            <UserMenu />
          </Group>
        </Group>
      </AppShell.Header>
      {accountId && (
        <AppShell.Navbar p="xs" component="nav" aria-label={t('menu')}>
          <ScrollArea>
            {navigation.map(({ group, pages }) => (
              <div key={group}>
                <Text size="xs" c="dimmed" fw={600} px="sm" pt="sm" pb={4}>
                  {t(group)}
                </Text>
                {pages.map(({ page, to, icon: Icon, right }) => (
                  <Allowed key={page} to={right}>
                    <NavLink
                      label={t(page)}
                      leftSection={<Icon size={18} stroke={1.7} />}
                      active={path.startsWith(to.replace('$accountId', accountId))}
                      className={classes.link}
                      renderRoot={(props) => <Link to={to} params={{ accountId }} {...props} />}
                    />
                  </Allowed>
                ))}
              </div>
            ))}
          </ScrollArea>
        </AppShell.Navbar>
      )}
      <AppShell.Main id="content" tabIndex={-1} className={classes.main}>
        {accountId && <ArchivedNotice accountId={accountId} />}
        {accountId && (
          <Allowed to="work">
            <DropTarget accountId={accountId} />
          </Allowed>
        )}
        <Outlet />
      </AppShell.Main>
    </AppShell>
  )
}
