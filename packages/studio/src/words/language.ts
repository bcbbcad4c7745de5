export type Language = 'en' | 'zh';

const KEY = 'hallsim.language';

/** The language to start in: the link's `?lang=`, else the last choice, else the browser's. */
export function startLanguage(search: string = location.search): Language {
  const asked = new URLSearchParams(search).get('lang');
  return toLanguage(asked) ?? toLanguage(stored(KEY)) ?? toLanguage(navigator.language) ?? 'en';
}

/** Remembers a language and tells the browser, so that fonts and screen readers follow. */
export function useLanguage(language: Language): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  store(KEY, language);
}

function toLanguage(text: string | null): Language | null {
  if (text === null) return null;
  if (/^zh\b/i.test(text)) return 'zh';
  return /^en\b/i.test(text) ? 'en' : null;
}

/** Reads a choice; a browser that keeps nothing (private mode) has none. */
export function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a choice where the browser allows it. */
export function store(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // the choice then lasts as long as the page
  }
}
