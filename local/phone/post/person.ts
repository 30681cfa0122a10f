/** Someone who can hold the phone. */
export interface Person {
  openid: string
  name: string
  /** 居民, 队长 … */
  role?: string
  /** One line on what can be seen with her. */
  remark?: string
}
