import Taro from '@tarojs/taro'

const shownTypes = ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'pdf'] as const
type ShownType = (typeof shownTypes)[number]

const typeOf = (name: string): ShownType | undefined =>
  shownTypes.find((type) => name.toLowerCase().endsWith(`.${type}`))

/** Signs that no file name may hold. */
const unfit = /[\\/:*?"<>|\s]+/g

/**
 * Fetches a file from an https address and shows it in WeChat's reader, from whose menu it can be sent on or kept;
 * `name` with its ending is what it is called there. Answers whether it was shown.
 */
export async function openFile(url: string, name: string): Promise<boolean> {
  try {
    const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${name.replace(unfit, '-')}`
    const { statusCode } = await Taro.downloadFile({ url, filePath })
    if (statusCode !== 200) return false
    await Taro.openDocument({ filePath, fileType: typeOf(name), showMenu: true })
    return true
  } catch {
    return false
  }
}
