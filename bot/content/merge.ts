/** How a later layer changes an earlier one. */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Objects are merged field by field, everything else is replaced; null takes a field out.
 * Neither argument is changed. Keys are defined, never assigned, so that `__proto__` stays an ordinary key.
 */
export function merge(base: Json | undefined, over: Json): Json {
  if (!isObject(over)) return over;
  const fields = new Map<string, Json>(isObject(base) ? Object.entries(base) : []);
  for (const [key, value] of Object.entries(over)) {
    if (value === null) fields.delete(key);
    else fields.set(key, merge(fields.get(key), value));
  }
  return Object.fromEntries(fields);
}
