/** A column of a sheet: its head and its width in characters. */
export interface Column {
  head: string
  width: number
}

/** A workbook of one sheet whose head stays in sight. Words stay words, whatever sign they begin with. */
export async function xlsxOf(
  sheet: string,
  columns: readonly Column[],
  rows: readonly (readonly (string | number)[])[],
): Promise<Buffer> {
  // Loaded by who makes one: it is larger than all the rest of a cold start.
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  const head = columns.map((column) => ({ value: column.head, type: String, fontWeight: 'bold' as const }))
  const body = rows.map((row) =>
    row.map((value) => (typeof value === 'number' ? { value, type: Number } : { value, type: String })),
  )
  const look = { sheet, columns: columns.map(({ width }) => ({ width })), stickyRowsCount: 1 }
  return writeXlsxFile([head, ...body], look).toBuffer()
}
