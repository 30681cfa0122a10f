import type { QueryFunctionContext } from '@tanstack/react-query'

/**
 * Says whether a page that is open still shows what is read. Unlike the signal of react-query it lets a read come to its
 * end that was let in: the next page often shows the same.
 */
export const watched =
  ({ client, queryKey }: Pick<QueryFunctionContext, 'client' | 'queryKey'>) =>
  (): boolean =>
    (client.getQueryCache().find({ queryKey })?.getObserversCount() ?? 0) > 0
