import { createTheme, type MantineColorsTuple } from '@mantine/core'

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
  primaryShade: { light: 7, dark: 5 },
  fontFamily: 'Inter, "Segoe UI", Roboto, "Helvetica Neue", Arial, "DejaVu Sans", sans-serif',
  headings: { fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  autoContrast: true,
})
