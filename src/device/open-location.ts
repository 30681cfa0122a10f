import Taro from '@tarojs/taro'

/** Shows a place on WeChat's map, from where she can be led there; answers whether the place is on a map at all. */
export async function openLocation(place: {
  name: string
  address: string
  latitude: number | null
  longitude: number | null
}): Promise<boolean> {
  const { name, address, latitude, longitude } = place
  if (latitude === null || longitude === null) return false
  await Taro.openLocation({ name, address, latitude, longitude, scale: 17 })
  return true
}
