import Taro from '@tarojs/taro'

let online = true

/** Whether the phone has a network, as far as it has told. */
export function isOnline(): boolean {
  return online
}

/** Calls back with every change of the network; answers with a function that stops it. */
export function watchNetwork(changed: (online: boolean) => void): () => void {
  const listen = (result: { isConnected: boolean }) => {
    online = result.isConnected
    changed(online)
  }
  Taro.onNetworkStatusChange(listen)
  Taro.getNetworkType().then(
    ({ networkType }) => listen({ isConnected: networkType !== 'none' }),
    // A phone that can't tell counts as online: the call itself will show.
    () => undefined,
  )
  return () => Taro.offNetworkStatusChange(listen)
}
