import { expect, type Page } from '@playwright/test'
import { extractTextItems, getDocumentProxy } from 'unpdf'

/** A printed sheet. */
interface Sheet {
  isLandscape: boolean
  /** Its text without white space, as a PDF knows no lines, and without the page's number. */
  text: string
  number?: string
  /** The texts beyond the sheet's margins. */
  outside: string[]
}

/** The margins of a sheet, in points; the number of the page stands in the lower one. */
const margin = 34
const pageNumber = /^\d+ \/ \d+$/

const partition = <T>(all: readonly T[], isOne: (item: T) => boolean) =>
  [all.filter(isOne), all.filter((item) => !isOne(item))] as const

const bare = (text: string) => text.replace(/\s/g, '')

/** Prints a page on the paper that the page itself names, and notes the colours it had. */
async function print(page: Page): Promise<Sheet[]> {
  await page.evaluate(() => {
    const { dataset } = document.documentElement
    addEventListener('beforeprint', () => (dataset.printed = dataset.mantineColorScheme), { once: true })
  })
  const file = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })))
  const { items } = await extractTextItems(file)
  return Promise.all(
    items.map(async (all, i) => {
      const [, , width = 0, height = 0] = (await file.getPage(i + 1)).view
      const [numbers, texts] = partition(all, ({ str, y }) => y < margin && pageNumber.test(str))
      return {
        isLandscape: width > height,
        text: bare(texts.map(({ str }) => str).join('')),
        number: numbers[0]?.str,
        outside: texts
          .filter(({ str }) => str.trim())
          .filter(({ x, y, width: w }) => x < margin - 1 || x + w > width - margin + 1 || y < margin)
          .map(({ str }) => str),
      }
    }),
  )
}

/** The texts outside of charts that a page shows, without white space. */
const shownTexts = (page: Page) =>
  page.locator('main').evaluate((main) => {
    const texts: string[] = []
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node.parentElement?.checkVisibility() && !node.parentElement.closest('svg, style'))
        texts.push((node.textContent ?? '').replace(/\s/g, ''))
    return texts.filter(Boolean)
  })

/** The width of a sheet between its margins, in CSS pixels. */
const sheetWidth = { portrait: 703, landscape: 1032 }

/** Elements that are wider than the sheet, or whose text is wider than they are and hidden. */
async function cutElements(page: Page, isLandscape: boolean) {
  const screen = page.viewportSize()
  await page.setViewportSize({ width: sheetWidth[isLandscape ? 'landscape' : 'portrait'], height: 1000 })
  const cut = await page.locator('main, main :not(svg *, style)').evaluateAll((elements) =>
    elements
      .filter((one) => one.checkVisibility())
      .filter(
        (one) =>
          one.getBoundingClientRect().right > document.documentElement.clientWidth + 1 ||
          (getComputedStyle(one).overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1),
      )
      .map((one) => one.outerHTML.slice(0, 160)),
  )
  if (screen) await page.setViewportSize(screen)
  return cut
}

/** The controls that a page shows. The head of a column is a text, and so is a setting without a frame. */
const shownControls = (page: Page) =>
  page
    .locator('nav, [role=banner], [role=tab], button:not(th button, [role=radio]), input, textarea')
    .evaluateAll((controls) =>
      controls
        .filter((one) => one.checkVisibility())
        .filter((one) => !one.matches('input, textarea') || getComputedStyle(one).borderTopWidth !== '0px')
        .map((one) => one.outerHTML.slice(0, 120)),
    )

/** Expects that a page prints whole, with the parts of its title line, and nothing to click. */
export async function expectPrinted(page: Page, name: string, line: readonly string[], isLandscape = false) {
  await page.emulateMedia({ media: 'print' })
  const sheets = await print(page)
  const text = sheets.map((sheet) => sheet.text).join('')
  const cut = (await shownTexts(page)).filter((shown) => !text.includes(shown))
  expect.soft(cut, `${name}: is cut`).toEqual([])
  expect.soft(await shownControls(page), name).toEqual([])
  expect.soft(await cutElements(page, isLandscape), `${name}: is too wide`).toEqual([])
  for (const part of line) expect.soft(sheets[0]?.text, name).toContain(bare(part))
  for (const [i, sheet] of sheets.entries()) {
    expect.soft(sheet.isLandscape, `${name}: paper`).toBe(isLandscape)
    expect.soft(sheet.outside, `${name}: beyond the margins`).toEqual([])
    expect.soft(sheet.number, name).toBe(`${i + 1} / ${sheets.length}`)
    expect.soft(sheet.text.length, `${name}: sheet ${i + 1} is empty`).toBeGreaterThan(20)
  }
  await expect.soft(page.locator('html')).toHaveAttribute('data-printed', 'light')
  await page.emulateMedia({ media: null })
  return sheets
}
