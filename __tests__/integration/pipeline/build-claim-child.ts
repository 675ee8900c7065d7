/** Claims a build and holds it until it is killed; says so when it has it. */
import { claimBuild } from '../../../src/pipeline/build-claim.js'
import { openStore } from '../../../src/store/store.js'

type Order = { readonly store: string; readonly first: string }

async function claim({ store, first }: Order): Promise<void> {
  await claimBuild(await openStore(store), first, {})
  process.send?.('claimed')
}

process.on('message', (order: Order) => {
  claim(order).catch(error => process.send?.(String(error)))
})
