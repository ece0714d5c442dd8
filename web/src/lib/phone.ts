/** A Russian or Kazakh number as people write it; others as they are. */
export function readablePhone(phone: string) {
  const match = /^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(phone)
  return match ? `+7 ${match[1]} ${match[2]}-${match[3]}-${match[4]}` : phone
}
