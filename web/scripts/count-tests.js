// Prints "passed failed skipped" of a report in JSON, by Vitest or by Playwright, and below that the names of those that failed.
import { readFileSync } from 'node:fs'

const report = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))
const { stats } = report
console.log(
  ...(stats
    ? [stats.expected, stats.unexpected + stats.flaky, stats.skipped]
    : [report.numPassedTests, report.numFailedTests, report.numPendingTests + report.numTodoTests]),
)

const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)]
const failed = stats
  ? specs(report).filter(({ ok }) => !ok)
  : report.testResults.flatMap((file) => file.assertionResults).filter(({ status }) => status === 'failed')
for (const { title } of failed) console.log(`    ${title}`)
