/** Under these marks stand the end of the timer's last round and the edition of the documents. */
export const roundMark = 'round'
export const schemaMark = 'schema'

/** The edition of the documents that this code is written for. */
export const wantedSchema = 1
