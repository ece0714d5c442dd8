import { useLocalStorage } from '@mantine/hooks'
import { columnPairs, type FigureColumn, readHidden } from '@/features/creatives/figure-columns'

const none: FigureColumn[] = []

/** The columns of the table that a person keeps in this browser: all but the hidden ones, so that a new one is seen. */
export function useColumns() {
  const [hidden, setHidden] = useLocalStorage<FigureColumn[]>({
    key: 'creatives-hidden-columns',
    defaultValue: none,
    getInitialValueInEffect: false,
    deserialize: readHidden,
  })
  return { shown: columnPairs.filter(([column]) => !hidden.includes(column)), hidden, setHidden }
}
