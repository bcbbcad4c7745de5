// The part of the reference halls that is not simulated yet, under keys a planner can read.
import { min, percent } from './units.mjs';

const byService = (hall, key) =>
  Object.fromEntries(hall.services.filter((s) => s[key] > 0).map((s) => [s.id, percent(s[key])]));

/** What stands under `later` for one hall of the source. */
export function later(hall) {
  const { kiosk, greeter, roster, costs, targets, appointment } = hall;
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
    },
    vipRule: hall.vip_priority.rule.replaceAll('_', '-'),
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
