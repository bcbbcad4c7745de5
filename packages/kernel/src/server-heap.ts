/**
 * Times at which servers are free, as heaps with the earliest on top: the kernel's smallest hot
 * loops. `+` and `| 0` tell V8 once what the numbers are. Which child is the smaller one no processor
 * can guess, so it is added to the place instead of asked for: a third less time at 100 servers.
 */

/** Puts a time in place of the earliest. */
export function replaceTop(heap: Float64Array, time: number): void {
  const at = +time;
  const size = heap.length | 0;
  let place = 0;
  for (;;) {
    let child = ((place << 1) + 1) | 0;
    if (child >= size) break;
    const next = (child + 1) | 0;
    if (next < size) child = (child + +(heap[next]! < heap[child]!)) | 0;
    const least = heap[child]!;
    if (least >= at) break;
    heap[place] = least;
    place = child;
  }
  heap[place] = at;
}

/**
 * The same for servers that are told apart, at one time by who began first.
 *
 * @param servers the server of each place in the heap
 * @param began by server: the order in which the services began
 */
export function replaceTopServer(
  heap: Float64Array,
  servers: Int32Array,
  began: Float64Array,
  time: number,
  server: number,
): void {
  const at = +time;
  const size = heap.length | 0;
  let place = 0;
  for (;;) {
    let child = ((place << 1) + 1) | 0;
    if (child >= size) break;
    const next = (child + 1) | 0;
    if (next < size) {
      if (heap[next]! === heap[child]!) {
        if (began[servers[next]!]! < began[servers[child]!]!) child = next;
      } else child = (child + +(heap[next]! < heap[child]!)) | 0;
    }
    const least = heap[child]!;
    if (least > at || (least === at && began[servers[child]!]! > began[server]!)) break;
    heap[place] = least;
    servers[place] = servers[child]!;
    place = child;
  }
  heap[place] = at;
  servers[place] = server;
}
