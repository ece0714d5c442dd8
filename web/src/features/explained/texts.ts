import { en } from '@/features/explained/texts-en'
import { ru } from '@/features/explained/texts-ru'
import { defineTexts } from '@/lib/texts'

export const explainedTexts = defineTexts('explained', ru, en)
