/** The same judgement, made once for each text. */
export function remember(judge: (text: string) => boolean): (text: string) => boolean {
  const known = new Map<string, boolean>()
  return text => {
    const value = known.get(text) ?? judge(text)
    known.set(text, value)
    return value
  }
}
