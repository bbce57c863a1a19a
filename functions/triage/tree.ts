import type { Counts, Group } from './bayes.ts'

/** The parents of categories; what has none stands at the top. */
export type Tree = ReadonlyMap<string, string | undefined>

export const treeOf = (categories: readonly { id: string; parentId?: string }[]): Tree =>
  new Map(categories.map(({ id, parentId }) => [id, parentId]))

/** A category and everything above it, from the top. A circle, which no set-up should have, is cut. */
export function pathOf(tree: Tree, id: string): string[] {
  const path = [id]
  for (let parent = tree.get(id); parent !== undefined; parent = tree.get(parent)) {
    if (path.includes(parent)) break
    path.unshift(parent)
  }
  return path
}

/**
 * The ways to go on below a category, or from the top: each child with all below it, and the category itself
 * for what is to stay there.
 */
export function branchesOf(
  { labels }: Counts,
  tree: Tree,
  below: string | undefined,
  isOffered: (categoryId: string) => boolean,
): Group[] {
  const branches = new Map<string, number[]>()
  labels.forEach(({ kind, value }, place) => {
    if (kind !== 'categoryId') return
    const path = pathOf(tree, value)
    const depth = below === undefined ? 0 : path.indexOf(below) + 1
    if ((below !== undefined && depth === 0) || !path.every(isOffered)) return
    const branch = path[depth] ?? value
    branches.set(branch, [...(branches.get(branch) ?? []), place])
  })
  return [...branches].map(([value, places]) => ({ value, places }))
}
