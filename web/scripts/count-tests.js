// Prints "passed failed skipped" of a report in JSON, by Vitest or by Playwright.
import { readFileSync } from 'node:fs'

const report = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))
const { stats } = report
console.log(
  ...(stats
    ? [stats.expected, stats.unexpected + stats.flaky, stats.skipped]
    : [report.numPassedTests, report.numFailedTests, report.numPendingTests + report.numTodoTests]),
)
