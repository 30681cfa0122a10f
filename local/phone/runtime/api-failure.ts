/** An expected refusal of a `wx` API; its message is what WeChat puts into errMsg. */
export class ApiFailure extends Error {
  readonly errCode: number | undefined

  constructor(errMsg: string, errCode?: number) {
    super(errMsg)
    this.errCode = errCode
  }
}
