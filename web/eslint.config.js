import hooks from 'eslint-plugin-react-hooks'
import { readdirSync } from 'node:fs'
import tseslint from 'typescript-eslint'

const features = readdirSync('src/features')
const law =
  'Features do not import each other: what two need stays where it was born until a third moves it to components or lib.'

export default tseslint.config(
  { ignores: ['src/lib/api-types.ts', 'node_modules', 'test-results', 'playwright-report'] },
  ...tseslint.configs.strict,
  { files: ['src/**/*.{ts,tsx}'], ...hooks.configs.flat.recommended },
  { files: ['**/*.{ts,tsx}'], rules: { 'max-lines': ['error', { max: 250, skipBlankLines: false }] } },
  {
    files: ['src/{components,lib}/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [{ group: ['@/features/*', '@/app/*'], message: 'Components and lib know no feature.' }],
        },
      ],
    },
  },
  ...features.map((feature) => ({
    files: [`src/features/${feature}/**`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: features.filter((f) => f !== feature).map((f) => `@/features/${f}/*`), message: law },
            { group: ['@/app/*'], message: 'A feature does not know how the app is put together.' },
          ],
        },
      ],
    },
  })),
)
