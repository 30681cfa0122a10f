const length = (text: string) => [...text].length

/** The limits WeChat sets for each type of template field; a field's name is its type and a number. */
const RULES: Record<string, (value: string) => boolean> = {
  thing: (value) => length(value) <= 20,
  number: (value) => value.length <= 32 && /^-?\d+(\.\d+)?$/.test(value),
  letter: (value) => value.length <= 32 && /^[A-Za-z]+$/.test(value),
  symbol: (value) => value.length <= 5,
  character_string: (value) => value.length <= 32 && /^[\x20-\x7e]+$/.test(value),
  time: (value) => /^(\d{4}年\d{1,2}月\d{1,2}日 ?)?\d{1,2}:\d{2}(~\d{1,2}:\d{2})?$/.test(value),
  date: (value) => length(value) <= 32 && /\d{4}.\d{1,2}.\d{1,2}/.test(value),
  amount: (value) => /^[¥￥$]?\d{1,10}(\.\d+)?(元|港币)?$/.test(value),
  phone_number: (value) => value.length <= 17 && /^[\d+\-() ]+$/.test(value),
  car_number: (value) => length(value) <= 8,
  name: (value) => (/[\u4e00-\u9fff]/.test(value) ? length(value) <= 10 : value.length <= 20),
  phrase: (value) => length(value) <= 5 && /^[\u4e00-\u9fff]+$/.test(value),
  const: (value) => length(value) <= 20,
}

/** Names the first field WeChat would refuse, or undefined when all are fine. */
export function refusedField(data: Record<string, string>): string | undefined {
  return Object.entries(data).find(([field, value]) => {
    const rule = RULES[field.replace(/\d+$/, '')]
    return !rule || !value.trim() || !rule(value)
  })?.[0]
}
