/** At most so many UTF-16 units, which are never fewer than what Kick counts, and not through a pair of them. */
export function cutTo(text: string, most: number): string {
  const flat = text.trim();
  return flat.length <= most ? flat : flat.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}
