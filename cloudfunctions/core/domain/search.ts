const chinese = /[\u3400-\u9fff]+/g
const latin = /[a-z0-9]+/g

const pairs = (run: string) => Array.from({ length: run.length - 1 }, (_, n) => run.slice(n, n + 2))

/** The pieces under which a text is found: each Chinese character, each pair of neighbours, each Latin word. */
export function terms(text: string): string[] {
  const plain = text.toLowerCase()
  const runs = plain.match(chinese) ?? []
  return [...new Set([...runs.flatMap((run) => [...run, ...pairs(run)]), ...(plain.match(latin) ?? [])])]
}

/** The fewest pieces that a text must all have to be found by these words: pairs rather than single characters. */
export function wantedTerms(words: string): string[] {
  const plain = words.toLowerCase()
  const runs = plain.match(chinese) ?? []
  const wanted = [...runs.flatMap((run) => (run.length > 1 ? pairs(run) : [run])), ...(plain.match(latin) ?? [])]
  return [...new Set(wanted)].slice(0, 12)
}

/** The pieces of an activity: its title, team and place. */
export const termsOf = (activity: { title: string; teamName: string; place: { name: string } }) =>
  terms(`${activity.title} ${activity.teamName} ${activity.place.name}`)
