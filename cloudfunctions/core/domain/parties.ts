// People who signed up together stand together: in the line, among those who asked, and in the draw.
const glue = '+'

/** A party as it is kept: its ids in one word. */
export const bondOf = (party: readonly string[]) => party.join(glue)

/** Who is in a bond. */
export const bonded = (bond: string): string[] => bond.split(glue)

/** A line cut into its parties, in their order; whoever is in no bond is a party of her own. */
export function partiesOf(line: readonly string[], bonds: readonly string[] = []): string[][] {
  const bondWith = new Map(bonds.flatMap((bond) => bonded(bond).map((personId) => [personId, bond] as const)))
  const parties: string[][] = []
  let last: string | undefined
  for (const personId of line) {
    const bond = bondWith.get(personId)
    if (bond !== undefined && bond === last) parties.at(-1)?.push(personId)
    else parties.push([personId])
    last = bond
  }
  return parties
}

/** The bonds once these people are no longer in them; one person alone is no bond. */
export function bondsWithout(bonds: readonly string[], gone: readonly string[]): string[] {
  const left = new Set(gone)
  return bonds
    .map((bond) => bonded(bond).filter((personId) => !left.has(personId)))
    .filter((party) => party.length > 1)
    .map(bondOf)
}
