// Checks the size of the initial scripts, those that the page names (gzip).
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const most = 250_000
const folder = new URL('../../src/Api/wwwroot/', import.meta.url)
const page = readFileSync(new URL('index.html', folder), 'utf8')
const scripts = [...page.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map((match) => match[1] ?? '')
const size = scripts.reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, folder))).length, 0)
console.log(
  `Initial JavaScript: ${Math.round(size / 1000)} kB gzip in ${scripts.length} files, at most ${most / 1000} kB`,
)
if (scripts.length === 0 || size > most) process.exitCode = 1
