// Runs before the first paint, so that neither the colours nor the language flash.
;(function () {
  var root = document.documentElement
  var chosen = localStorage.getItem('color-scheme')
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
  root.lang = localStorage.getItem('language') === 'en' ? 'en' : 'ru'
})()
