import * as z from 'zod/mini';
import { key, maybe, share, whole } from './texts.js';

const places = whole(0, 1_000_000);

export const spaceSchema = key(
  z.strictObject({
    seats: key(
      places,
      'How many people who wait can sit; each sits down where a seat is free. A party with one ticket takes a place for each of its people, and comes in, or sits, only where all of them can.',
    ),
    standing: maybe(
      places,
      'How many more can stand. Whoever finds neither seat nor standing room turns round at the door. Absent: room for all.',
    ),
    standingPatience: maybe(
      share,
      'Patience of those who found no seat, compared with that of their class.',
      '100%',
    ),
  }),
  'Room for those who wait for a kiosk or a counter; people at a kiosk or counter take none. Absent: seats for all.',
);
