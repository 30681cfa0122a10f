/** Under these marks stand the end of the timer's last round and the edition of the documents. */
export const roundMark = 'round'
export const schemaMark = 'schema'

/** The edition of the documents that this code is written for. */
export const wantedSchema = 2

/** The edition of an environment that says none: what 0.1.0 wrote. */
export const firstSchema = 1
