// Runs before the first paint, so that neither the colours nor the language flash.
;(function () {
  var root = document.documentElement
  var chosen = localStorage.getItem('color-scheme')
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')

  // What a person chose, else what the browser asks for: Russian also where it is the second language of most.
  var language = localStorage.getItem('language')
  var wanted = (navigator.languages || [navigator.language]).join(' ').toLowerCase()
  var first = /\b(ru|be|kk|ky|uk|uz|tg|hy|en)\b/.exec(wanted.replace(/-\w+/g, ''))
  root.lang = language === 'en' || language === 'ru' ? language : first && first[1] !== 'en' ? 'ru' : 'en'
})()
