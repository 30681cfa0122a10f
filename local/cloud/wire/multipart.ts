/** Splits a multipart/form-data body into its named parts. */
export function readMultipart(body: Buffer, contentType: string): Record<string, Buffer> {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1]
  if (!boundary) throw new Error('multipart body without boundary')
  const mark = Buffer.from(`--${boundary}`)
  const parts: Record<string, Buffer> = {}
  let start = body.indexOf(mark)
  while (start >= 0) {
    const end = body.indexOf(mark, start + mark.length)
    if (end < 0) break
    // A part lies between CRLF after its boundary and CRLF before the next.
    const part = body.subarray(start + mark.length + 2, end - 2)
    const split = part.indexOf('\r\n\r\n')
    const name = /name="([^"]*)"/.exec(part.toString('latin1', 0, Math.max(split, 0)))?.[1]
    if (name !== undefined && split >= 0) parts[name] = part.subarray(split + 4)
    start = end
  }
  return parts
}
