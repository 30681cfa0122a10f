import { storage } from './cloud'
import { counted } from './log'

/** Files the platform answers for in one call. */
const mostInCall = 50

/** Files in cloud storage. */
export const files = {
  /** Keeps a file at a path of our own choosing; the same path again takes its place. Answers its id. */
  async keep(cloudPath: string, fileContent: Buffer): Promise<string> {
    const { fileID } = await counted(storage).uploadFile({ cloudPath, fileContent })
    return fileID
  },

  /** An address under which a file can be had for so many seconds; '' when there is no such file. */
  async address(fileID: string, maxAge: number): Promise<string> {
    if (!fileID) return ''
    const answered = await counted(storage).getTempFileURL({ fileList: [{ fileID, maxAge }] })
    return (answered && answered.fileList[0]?.tempFileURL) || ''
  },

  /** Addresses for so many seconds of as many files, by id; those that are not there have none. One call for each fifty. */
  async addresses(fileIDs: readonly string[], maxAge: number): Promise<Map<string, string>> {
    const found = new Map<string, string>()
    const wanted = [...new Set(fileIDs)]
    for (let from = 0; from < wanted.length; from += mostInCall) {
      const fileList = wanted.slice(from, from + mostInCall).map((fileID) => ({ fileID, maxAge }))
      const answered = await counted(storage).getTempFileURL({ fileList })
      for (const { fileID, tempFileURL } of answered ? answered.fileList : []) {
        if (tempFileURL) found.set(fileID, tempFileURL)
      }
    }
    return found
  },

  /** The id of whatever may lie at a path of our own choosing, so that it can be removed; what was there is emptied. */
  async idAt(cloudPath: string): Promise<string> {
    return files.keep(cloudPath, Buffer.alloc(1))
  },

  /** Removes files; those that are gone already are no fault. */
  async remove(fileIds: readonly string[]): Promise<void> {
    if (fileIds.length > 0) await counted(storage).deleteFile({ fileList: [...fileIds] })
  },
}
