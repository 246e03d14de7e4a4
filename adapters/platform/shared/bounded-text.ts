/** Reads the whole body of an answer, but no more than so many bytes: whoever answers may be anybody. */

/** @param tooLong the error for a body over `most` bytes */
export async function boundedText(response: Response, most: number, tooLong: () => Error): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.byteLength;
    if (bytes > most) throw tooLong();
    text += decoder.decode(part, { stream: true });
  }
  return (text + decoder.decode()).trim();
}
