import config from './playwright.config'

/** Not a test: takes the pictures of the README and of docs/images. */
export default { ...config, testDir: 'screenshots', testMatch: '*.shots.ts', workers: 1, reporter: 'line' }
