/**
 * Environments as images: made of a stored plan in layers, a big wheel alone and the rest together, so that a changed plan
 * makes what changed; mounted where the environment is wanted.
 */
import { createHash, randomUUID } from 'node:crypto'
import { access, mkdir, readdir, readFile, readlink, rename, rm, rmdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { errnoOf, isUserError } from '../errors.js'
import type { Host } from '../host.js'
import { diagnoseMaking } from '../image/diagnose.js'
import { makeImage } from '../image/make.js'
import { mostImages, mountEnvironment } from '../image/mount.js'
import { mountsBelow } from '../image/mount-table.js'
import { placeBehind, reservePlace } from '../image/place.js'
import { sweepMounts, unmountEnvironment } from '../image/unmount.js'
import { plantTree, replant } from '../install/plant.js'
import type { StoredTree } from '../install/tree-file.js'
import { fillFromStored } from '../python/venv-template.js'
import { discard, openStore, type Store } from '../store/store.js'
import { permitsLinks } from '../store/stored-file.js'
import { placeIn, type ReadyRequest } from './ready.js'
import type { Run } from './run.js'
import type { StoredPlan } from './stored-plan.js'

/** The images of one environment, highest first; kept beside them. */
export type ImageSet = {
  readonly format: 1
  /** The path that the texts in the highest one name. */
  readonly root: string
  /** Their names in the store, each the digest of what it was made of. */
  readonly layers: readonly string[]
}

/** Where an image lies. */
export function imagePath(store: Store, layer: string): string {
  return join(store.root, 'images', `${layer}.squashfs`)
}

/** Whether the store holds an image. */
export function isImageThere(store: Store, layer: string): Promise<boolean> {
  return allPresent([imagePath(store, layer)])
}

type SetOwner = Pick<ReadyRequest, 'tree' | 'root'>
type Masked = Pick<Host, 'umask'>

/** What the sets of a tree are called: what is written into an image has the rights that the umask leaves. */
function setPrefix({ tree }: Pick<ReadyRequest, 'tree'>, { umask }: Masked): string {
  return `${tree}-${umask.toString(8).padStart(4, '0')}-`
}

/** Where the set of a tree and a path lies. */
export function imageSetPath(store: Store, owner: SetOwner, host: Masked): string {
  return join(store.root, 'images', `${setPrefix(owner, host)}${digestOf(owner.root).slice(0, 16)}.json`)
}

/** Why no image was mounted, or where it is. */
export type MountOutcome = { readonly mounted: string } | { readonly reason: string }

/**
 * Mounts the images of a plan, and puts a symbolic link to them where the environment is wanted. Trouble is a reason: then
 * nothing is mounted, and the path is as it was.
 */
export async function takeImage(request: ReadyRequest, plan: StoredPlan, run: Run): Promise<MountOutcome> {
  const { store } = run.located
  const set = await findSet(request, run.host, store)
  if (set === undefined) return { reason: 'the image of these packages is made when the job ends' }
  const mounting = await run.mounting()
  if ('lacks' in mounting) return { reason: mounting.lacks }
  // What an environment was that is gone, perhaps of this very path.
  await sweepMounts(store.root, run.host.env)
  const place = await reservePlace(store.root, request.root)
  try {
    if (set.root !== request.root) {
      if (!(await fillFromStored(request.template, { at: place.upper, root: request.root }))) {
        await unmountEnvironment(place.directory, run.host.env)
        return { reason: `the environment of the image cannot be given the path \`${request.root}\`` }
      }
      replant(plan.file.tree(), placeIn(place.upper, request, { store, host: run.host }))
    }
    const paths = set.layers.map(layer => imagePath(store, layer))
    await mountEnvironment(place, paths, { env: run.host.env, overlayOptions: mounting.overlayOptions })
    await mkdir(dirname(request.root), { recursive: true })
    await linkInPlace(place.merged, request.root)
    return { mounted: place.directory }
  } catch (error) {
    await unmountEnvironment(place.directory, run.host.env).catch(() => undefined)
    if (!isUserError(error) && errnoOf(error) === undefined) throw error
    if (isUserError(error)) await forgetImages(set, { ...request, umask: run.host.umask }, store)
    return { reason: error instanceof Error ? error.message : String(error) }
  }
}

/** Removes a link to a mount that is no more: the machine was started again, or someone unmounted it. */
export async function clearStaleMount(path: string, { located, host }: Run): Promise<void> {
  const target = resolve(dirname(path), await readlink(path))
  // Of whatever store: files that were put there would be an environment inside of it.
  if (!/[/\\]v1[/\\]mounts[/\\][0-9a-f-]{36}[/\\]merged$/.test(target)) return
  if ((await mountsBelow(target)).includes(target)) return
  const place = await placeBehind(located.store.root, path)
  if (place !== undefined) await unmountEnvironment(place.directory, host.env)
  await rm(path, { force: true })
}

/** An empty directory there gives way. */
async function linkInPlace(target: string, path: string): Promise<void> {
  await rmdir(path).catch(() => undefined)
  await symlink(target, path)
}

async function findSet(request: ReadyRequest, host: Masked, store: Store): Promise<ImageSet | undefined> {
  const own = imageSetPath(store, request, host)
  const directory = dirname(own)
  const others = await readdir(directory).catch(() => [])
  const ofPlan = others.filter(name => name.startsWith(setPrefix(request, host))).map(name => join(directory, name))
  for (const path of ofPlan.sort((a, b) => Number(b === own) - Number(a === own))) {
    const set = await readImageSet(path)
    const isWhole = set !== undefined && (await allPresent(set.layers.map(layer => imagePath(store, layer))))
    if (isWhole) return set
  }
  return undefined
}

/** Reads a set; undefined where there is none. */
export async function readImageSet(path: string): Promise<ImageSet | undefined> {
  try {
    const set = JSON.parse(await readFile(path, 'utf8')) as ImageSet
    return set.format === 1 ? set : undefined
  } catch (error) {
    if (error instanceof SyntaxError || errnoOf(error) !== undefined) return undefined
    throw error
  }
}

async function allPresent(paths: readonly string[]): Promise<boolean> {
  const found = await Promise.allSettled(paths.map(path => access(path)))
  return found.every(({ status }) => status === 'fulfilled')
}

/** Takes the images of a set away. */
export async function forgetImages({ layers }: ImageSet, owner: SetOwner & Masked, store: Store): Promise<void> {
  for (const layer of layers) await rm(imagePath(store, layer), { force: true })
  await rm(imageSetPath(store, owner, owner), { force: true })
}

/**
 * Makes the images of a plan that the store lacks. Says why it could not; undefined where they are there.
 * Throws UserError IMAGE_UNMAKEABLE, and what planting throws.
 */
export async function makeImages(
  request: ReadyRequest,
  { file, facts }: Pick<StoredPlan, 'file' | 'facts'>,
  host: Host,
): Promise<string | undefined> {
  const store = await openStore(request.store)
  const lacks = await diagnoseMaking(store.root, host)
  if (lacks !== undefined) return lacks
  if (!permitsLinks(host.umask)) return 'the umask takes rights away that files of the store have'
  if (file.digest !== request.tree) return 'the plan has changed in the meantime'
  const layers: string[] = []
  for (const { tree, isTop } of layersOf(file.tree(), facts.big.slice(0, mostImages - 1))) {
    const name = layerName(tree, isTop ? request : undefined, host)
    layers.push(name)
    if (await isImageThere(store, name)) continue
    const staged = join(store.temporary, randomUUID())
    try {
      await mkdir(staged)
      if (isTop && !(await fillFromStored(request.template, { at: staged, root: request.root }))) {
        return `no image can be made for the path \`${request.root}\``
      }
      // Linked, whatever the mode of environments: what is staged is only read.
      await plantTree(tree, { ...placeIn(staged, request, { store, host }), linkMode: 'hardlink' }, async () => 0)
      await makeImage(staged, imagePath(store, name), { host, temporary: store.temporary })
    } finally {
      await discard(staged)
    }
  }
  await keepImageSet({ format: 1, root: request.root, layers }, { tree: request.tree, umask: host.umask }, store)
  return undefined
}

/** Lets later runs find the images of a plan. */
export async function keepImageSet(
  set: ImageSet,
  owner: Pick<ReadyRequest, 'tree'> & Masked,
  store: Store,
): Promise<void> {
  const unfinished = join(store.temporary, randomUUID())
  await writeFile(unfinished, JSON.stringify(set))
  await rename(unfinished, imageSetPath(store, { ...owner, root: set.root }, owner))
}

/**
 * By all that is in it. Images belong to who made them, and nobody else but root could change what is in them: so each user has
 * images of their own.
 */
function layerName({ directories }: StoredTree, top: ReadyRequest | undefined, { umask }: Masked): string {
  const user = process.getuid?.() ?? 0
  return digestOf(JSON.stringify([2, user, umask, directories, ...(top ? [top.tree, top.root] : [])]))
}

type Layer = { readonly tree: StoredTree; readonly isTop: boolean }

/** What is written and small wheels on top, then each big wheel, whose image other plans have too. */
function layersOf(tree: StoredTree, big: readonly string[]): readonly Layer[] {
  const wheelOf = (from: string): string | undefined => /[0-9a-f]{64}/.exec(from)?.[0]
  const isBig = new Set(big)
  const select = (isWanted: (wheel: string | undefined) => boolean) =>
    tree.directories.flatMap(([path, groups]) => {
      const wanted = groups.filter(([from]) => isWanted(wheelOf(from)))
      return wanted.length === 0 ? [] : [[path, wanted] as const]
    })
  const top = { ...tree, directories: select(wheel => wheel === undefined || !isBig.has(wheel)) }
  const others = big
    .map(sha256 => ({ directories: select(wheel => wheel === sha256), files: [], texts: tree.texts }))
    .filter(({ directories }) => directories.length > 0)
  return [{ tree: top, isTop: true }, ...others.map(other => ({ tree: other, isTop: false }))]
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
