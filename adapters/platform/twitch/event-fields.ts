/** Reading fields of an event that may lack any of them. */

export type Fields = Readonly<Record<string, unknown>>;

export function textIn(fields: Fields, key: string): string {
  const value = fields[key];
  return typeof value === 'string' ? value : '';
}

export function countIn(fields: Fields, key: string): number {
  const value = fields[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

export function fieldsIn(fields: Fields, key: string): Fields {
  const value = fields[key];
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

export function listIn(fields: Fields, key: string): readonly Fields[] {
  const value = fields[key];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null) : [];
}

/** Milliseconds since 1970 of a date with up to nanoseconds; `otherwise` for what is none. */
export function timeIn(fields: Fields, key: string, otherwise: number): number {
  const at = Date.parse(textIn(fields, key));
  return Number.isFinite(at) && at > 0 ? at : otherwise;
}
