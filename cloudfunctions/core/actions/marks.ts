/** Under this mark stands the end of the timer's last round. */
export const roundMark = 'round'

/** Under this mark stands the end of the last round of `jobs`. */
export const jobRoundMark = 'jobRound'

/** The edition of the documents of an environment that says none: what 0.1.0 wrote. */
export const firstSchema = 1
