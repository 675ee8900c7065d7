/** The same answer, made once for each text. */
export function remember<Value>(make: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>()
  return text => {
    const value = known.get(text) ?? make(text)
    known.set(text, value)
    return value
  }
}
