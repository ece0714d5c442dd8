import { type FormEvent, useState } from 'react'
import { type Reason, reasonTexts } from '@/components/reason-texts'
import { translate } from '@/lib/texts'

interface Checked {
  name: string
  validity: ValidityState
  focus: () => void
}

const isChecked = (element: Element): element is Element & Checked =>
  'validity' in element && 'name' in element

/** Maps the browser's validity state to a reason that has a sentence; the only pattern is that of a time. */
function reasonOf({ validity }: Checked): Reason {
  if (validity.valueMissing) return 'value_missing'
  if (validity.patternMismatch) return 'time_invalid'
  if (validity.tooShort) return 'password_length_invalid'
  return validity.typeMismatch ? 'email_invalid' : 'value_invalid'
}

/**
 * Says at its field what a form still needs, in the page's language: the browser's own bubbles speak the browser's.
 * Fields are told apart by their names.
 */
export function useFormFaults(onSubmit: () => void) {
  const [faults, setFaults] = useState<Partial<Record<string, Reason>>>({})
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const wrong = [...event.currentTarget.elements]
      .filter(isChecked)
      .filter(({ validity }) => !validity.valid)
    setFaults(Object.fromEntries(wrong.map((field) => [field.name, reasonOf(field)])))
    if (wrong[0]) wrong[0].focus()
    else onSubmit()
  }
  return {
    form: { noValidate: true, onSubmit: submit, onInput: () => setFaults({}) },
    faults: Object.fromEntries(
      Object.entries(faults).map(([name, reason]) => [name, reason && translate(reasonTexts, reason)]),
    ) as Partial<Record<string, string>>,
  }
}
