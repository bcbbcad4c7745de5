import type { EventHandle } from './event-list.js';

/**
 * One customer in a network. Objects are used again when their customer has left, so that a run
 * allocates as many as are ever inside at once; `row` is the integer that events carry.
 */
export class Customer {
  readonly row: number;
  source = 0;
  number = 0;
  class = 0;
  /** Visits begun, less one: the present visit's number from 0; -1 before the first. */
  visit = 0;
  station = 0;
  /** Whether the tallies count what happens to them. */
  counted = false;
  next: Customer | null = null;
  before: Customer | null = null;
  entered: number = NaN;
  joined: number = NaN;
  /** Start of the first spell of service. */
  began: number = NaN;
  /** Start of the present spell of service. */
  started: number = NaN;
  /** End of the present spell of service, if nothing comes between. */
  ends: number = NaN;
  /** Service still to be given; below 0 before service has begun. */
  left: number = NaN;
  /** The whole service. */
  work: number = NaN;
  /** The pending event that may be cancelled: end of patience, or end of service. */
  due: EventHandle = NaN as EventHandle;

  constructor(row: number) {
    this.row = row;
  }
}

/** The customers who are in a network. */
export class Customers {
  /** By row: the customer that an event is about. */
  readonly all: Customer[] = [];
  #free: Customer | null = null;
  #present = 0;

  /** Customers in the network. */
  get present(): number {
    return this.#present;
  }

  /** An object for a new customer; in it is what its last customer left. */
  enter(): Customer {
    this.#present++;
    const free = this.#free;
    if (free !== null) {
      this.#free = free.next;
      return free;
    }
    const customer = new Customer(this.all.length);
    this.all.push(customer);
    return customer;
  }

  leave(customer: Customer): void {
    this.#present--;
    customer.next = this.#free;
    this.#free = customer;
  }
}

/** A first-come list of customers; anybody can leave it. */
export class CustomerList {
  head: Customer | null = null;
  tail: Customer | null = null;

  append(customer: Customer): void {
    customer.before = this.tail;
    customer.next = null;
    if (this.tail === null) this.head = customer;
    else this.tail.next = customer;
    this.tail = customer;
  }

  prepend(customer: Customer): void {
    customer.before = null;
    customer.next = this.head;
    if (this.head === null) this.tail = customer;
    else this.head.before = customer;
    this.head = customer;
  }

  remove({ before, next }: Customer): void {
    if (before === null) this.head = next;
    else before.next = next;
    if (next === null) this.tail = before;
    else next.before = before;
  }
}
