type Node = { id: string; parentId?: string }

/** The category with those above it, the root first; a circle ends where it would begin again. */
export function lineOf<Category extends Node>(
  categories: readonly Category[],
  categoryId: string | undefined,
): Category[] {
  const line: Category[] = []
  let next = categories.find(({ id }) => id === categoryId)
  while (next && !line.includes(next)) {
    line.unshift(next)
    const { parentId } = next
    next = categories.find(({ id }) => id === parentId)
  }
  return line
}

/** The way from a category up to itself again, where there is one. */
export function circleFrom(categories: readonly Node[], { id, parentId }: Node): string[] {
  const way = [id]
  let above = parentId
  while (above && !way.includes(above)) {
    way.push(above)
    const here = above
    above = categories.find((one) => one.id === here)?.parentId
  }
  return above === id ? [...way, id] : []
}
