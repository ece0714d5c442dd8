import type { Language } from '@/lib/language'

export type Cell = string | number | null

const bom = '\uFEFF'
// Characters that a spreadsheet trims or hides do not protect from a formula after them.
const formula = /^[\s\u0000-\u001f\u00ad\u200b-\u200f\u2060\ufeff]*[=+\-@\t\r＝＋－＠]/

/** Writes a CSV that the reader's spreadsheet opens directly: Russian ones separate columns by semicolons. */
export function csvOf(rows: readonly (readonly Cell[])[], language: Language) {
  const separator = language === 'ru' ? ';' : ','
  return bom + rows.map((row) => row.map((cell) => cellOf(cell, language)).join(separator) + '\r\n').join('')
}

function cellOf(cell: Cell, language: Language) {
  if (cell === null) return ''
  if (typeof cell === 'string') return quoted(formula.test(cell) ? `'${cell}` : cell)
  const number = String(Math.round(cell * 100) / 100)
  return language === 'ru' ? number.replace('.', ',') : number
}

// Both separators: the file may be opened with the other one.
const quoted = (text: string) => (/[";,\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Saves a text as a file. */
export function saveAs(name: string, text: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  link.download = name.replaceAll(/[\\/:*?"<>|]/g, ' ')
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
