import { run } from './launch'

/** Leaves in `accounts` only a and b, each with n 1, and nothing in the other collections named. */
export async function refillAccounts(cloud: { url: string }, ...others: string[]): Promise<void> {
  await run(
    cloud,
    async ({ db, _ }, names) => {
      for (const name of names)
        await db
          .collection(name)
          .where({ _id: _.exists(true) })
          .remove()
      await db.collection('accounts').add({
        data: [
          { _id: 'a', n: 1 },
          { _id: 'b', n: 1 },
        ],
      })
    },
    ['accounts', ...others],
  )
}
