// The part of the reference halls that is not simulated yet, under keys a planner can read.
import { min, percent } from './units.mjs';

const byService = (hall, key) =>
  Object.fromEntries(hall.services.filter((s) => s[key] > 0).map((s) => [s.id, percent(s[key])]));

/** What stands under `later` for one hall of the source. */
export function later(hall) {
  const { kiosk, greeter, elastic, roster, costs, targets, appointment } = hall;
  const overflow = hall.groups.filter((g) => g.overflow_min_queue !== undefined);
  return {
    ...(appointment === undefined
      ? {}
      : {
          appointments: {
            share: percent(appointment.share),
            noShow: percent(appointment.no_show),
            earlyBy: min(appointment.early_mean),
            rule: 'slot-first',
          },
        }),
    leavingInSilence: percent(hall.patience.silent_share),
    callOfAbsentTicket: min(hall.noshow_call_min),
    changeOver: min(hall.changeover_min),
    returnVisits: byService(hall, 'return_visit_prob'),
    eChannel: {
      deflectedAtTheDoor: percent(greeter.deflect_to_app),
      eligible: byService(hall, 'echannel_eligible'),
    },
    greeters: {
      count: greeter.n,
      triage: min(greeter.triage_min),
      ...(greeter.note === undefined ? {} : { note: greeter.note }),
    },
    kiosks: {
      assist: { share: percent(kiosk.assist_share), time: min(kiosk.assist_min) },
      breakdown: { after: `${kiosk.mtbf_h} h`, repair: `${kiosk.mttr_h} h` },
    },
    ...(overflow.length === 0
      ? {}
      : {
          overflow: Object.fromEntries(
            overflow.map((g) => [
              g.id,
              {
                fromQueue: g.overflow_min_queue,
                ...(g.overflow_skills === undefined
                  ? { when: 'idle', serves: 'all customers' }
                  : { alsoDoes: g.overflow_skills }),
              },
            ]),
          ),
        }),
    vipRule: hall.vip_priority.rule.replaceAll('_', '-'),
    elasticCounters: {
      extra: elastic.extra,
      openAbove: {
        waitingPerCounter: elastic.open_if_waiting_per_counter_gt,
        longestWait: min(elastic.open_if_longest_wait_gt),
      },
      closeBelow: { waiting: elastic.close_if_waiting_lt },
      setUp: min(elastic.setup_min),
      openAtLeast: min(elastic.min_open_min),
    },
    shifts: {
      clerks: roster.clerks,
      onDuty: { normal: roster.on_duty_per_day, peak: roster.on_duty_peak },
      times: roster.shift,
      meal: {
        length: min(roster.meal_break_min),
        from: roster.meal_window[0],
        to: roster.meal_window[1],
        openAtLeast: roster.min_open_at_lunch,
      },
      ...(roster.note === undefined ? {} : { note: roster.note }),
    },
    furtherTargets: { longestWait: min(targets.max_wait), vipWithin: min(targets.T_vip) },
    costs: {
      currency: 'CNY',
      clerkPerHour: costs.clerk_per_h,
      greeterPerHour: costs.greeter_per_h,
      kiosk: {
        price: costs.kiosk_capex,
        years: costs.kiosk_life_y,
        perYear: costs.kiosk_opex_y,
      },
      waitingPerHour: costs.wait_per_h,
      lostCustomer: costs.lost_customer,
    },
  };
}
