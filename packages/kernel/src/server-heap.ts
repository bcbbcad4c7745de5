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

/** The same for servers that are told apart: `servers` says which one is at each place of the heap. */
export function replaceTopServer(
  heap: Float64Array,
  servers: Int32Array,
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
    if (next < size) child = (child + +(heap[next]! < heap[child]!)) | 0;
    const least = heap[child]!;
    if (least >= at) break;
    heap[place] = least;
    servers[place] = servers[child]!;
    place = child;
  }
  heap[place] = at;
  servers[place] = server;
}

/**
 * Where several servers are free at the earliest time, brings the one to the top whose service began
 * first. Only they are looked at: rarely any, where times are drawn from a continuum.
 *
 * @param began by server: the order in which the services began
 */
export function settleTies(heap: Float64Array, servers: Int32Array, began: Float64Array): void {
  const place = firstBegun(heap, servers, began, 0);
  const server = servers[place]!;
  servers[place] = servers[0]!;
  servers[0] = server;
}

/** Of the servers that are free at the same time, here and below, the place of who began first. */
function firstBegun(
  heap: Float64Array,
  servers: Int32Array,
  began: Float64Array,
  place: number,
): number {
  let first = place;
  for (let child = 2 * place + 1; child <= 2 * place + 2; child++) {
    if (heap[child] !== heap[place]) continue;
    const below = firstBegun(heap, servers, began, child);
    if (began[servers[below]!]! < began[servers[first]!]!) first = below;
  }
  return first;
}
