import {
  createTheme,
  type CSSVariablesResolver,
  Input,
  type MantineColorsTuple,
  TableScrollContainer,
} from '@mantine/core'

const blue: MantineColorsTuple = [
  '#edf3ff',
  '#d9e4fd',
  '#b0c6f8',
  '#84a6f3',
  '#5f8bef',
  '#487aed',
  '#2f6fed',
  '#2b5fd0',
  '#2354bb',
  '#1548a6',
]

export const theme = createTheme({
  primaryColor: 'brand',
  colors: { brand: blue },
  primaryShade: { light: 7, dark: 6 },
  fontFamily: 'Inter, "Segoe UI", Roboto, "Helvetica Neue", Arial, "DejaVu Sans", sans-serif',
  headings: { fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  autoContrast: true,
  components: {
    // A choice that is too long for a phone shows that it goes on.
    Input: Input.extend({ styles: { input: { textOverflow: 'ellipsis' } } }),
    // Reachable by the keyboard; with a visible bar, which touch screens hide otherwise.
    TableScrollContainer: TableScrollContainer.extend({
      defaultProps: {
        scrollAreaProps: { type: 'auto', offsetScrollbars: 'present', viewportProps: { tabIndex: 0 } },
      },
    }),
  },
})

/** Replaces text colours of Mantine whose contrast is below 4.5 to 1 (WCAG). */
export const readableColours: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#5c636a',
    '--mantine-color-placeholder': '#6b7280',
    '--mantine-color-teal-text': '#087f5b',
    '--mantine-color-teal-light-color': '#066649',
    '--mantine-color-green-light-color': '#1d6b2d',
    '--mantine-color-yellow-light-color': '#7a4b00',
    '--mantine-color-orange-text': '#b04208',
    '--mantine-color-orange-light-color': '#a33a05',
    '--mantine-color-red-light-color': '#b02525',
    '--mantine-color-red-filled': '#c92a2a',
    '--mantine-color-red-filled-hover': '#b02525',
    '--mantine-color-error': '#c92a2a',
  },
  dark: {
    '--mantine-color-dimmed': '#a6a8ad',
    '--mantine-color-placeholder': '#9a9ca1',
    '--mantine-color-anchor': 'var(--mantine-color-brand-3)',
    '--mantine-color-red-filled': '#e03131',
    '--mantine-color-red-filled-hover': '#c92a2a',
    '--mantine-color-error': '#ff8787',
  },
})
