import type { Saved } from '../export/save.js';

/** What a view asks of the page that is no edit of the document. */
export type PageRequest =
  | { readonly type: 'built-in'; readonly id: string }
  | { readonly type: 'file'; readonly file: File }
  | { readonly type: 'save'; readonly what: Saved }
  | { readonly type: 'print' | 'language' | 'theme' | 'help' | 'reroll' | 'restart' };

export class PageEvent extends CustomEvent<PageRequest> {
  static readonly type = 'studio-page';
  constructor(request: PageRequest) {
    super(PageEvent.type, { detail: request, bubbles: true, composed: true });
  }
}
