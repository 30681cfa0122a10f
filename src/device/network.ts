import Taro from '@tarojs/taro'

/** Calls back with every change of the network; answers with a function that stops it. */
export function watchNetwork(changed: (online: boolean) => void): () => void {
  const listen = (result: { isConnected: boolean }) => changed(result.isConnected)
  Taro.onNetworkStatusChange(listen)
  Taro.getNetworkType().then(
    ({ networkType }) => listen({ isConnected: networkType !== 'none' }),
    // A phone that can't tell counts as online: the call itself will show.
    () => undefined,
  )
  return () => Taro.offNetworkStatusChange(listen)
}
