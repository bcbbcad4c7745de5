import { store, stored } from '../words/language.js';

const KEY = 'hallsim.theme';
const THEMES = ['auto', 'light', 'dark'] as const;

/** `auto` follows the system. */
export type Theme = (typeof THEMES)[number];

/** The theme chosen last. */
export function startTheme(): Theme {
  const kept = stored(KEY);
  return THEMES.find((theme) => theme === kept) ?? 'auto';
}

/** Applies and remembers a theme. */
export function applyTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
  store(KEY, theme);
}

export function nextTheme(theme: Theme): Theme {
  return THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'auto';
}
