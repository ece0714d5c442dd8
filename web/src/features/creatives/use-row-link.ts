import { useNavigate } from '@tanstack/react-router'
import type { MouseEvent } from 'react'
import classes from '@/features/creatives/creatives.module.css'
import { isKnown } from '@/features/creatives/metrics'
import { useTableAsState } from '@/features/creatives/way-back'
import { useAccount } from '@/lib/account'
import type { CreativeRow } from '@/lib/figures'

const ownAction = 'a, button, input, label'

/** Opens the page of a creative by a click anywhere on its row; for the keyboard its title is a link. */
export function useRowLink(row: CreativeRow) {
  const navigate = useNavigate()
  const { id } = useAccount()
  const state = useTableAsState()
  if (!isKnown(row)) return { opens: undefined, onClick: undefined }
  const onClick = ({ target }: MouseEvent) => {
    const isSelecting = !window.getSelection()?.isCollapsed
    if (isSelecting || (target instanceof Element && target.closest(ownAction))) return
    void navigate({
      to: '/a/$accountId/creatives/$creativeId',
      params: { accountId: id, creativeId: row.creative_id },
      search: { directionId: undefined },
      state,
    })
  }
  return { opens: classes.opens, onClick }
}
