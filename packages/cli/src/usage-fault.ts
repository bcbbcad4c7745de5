import type { CommanderError } from 'commander';
import type { Words } from './words/words.js';

/** Codes with which commander ends without a fault: it has printed what was asked for. */
const ANSWERED = ['commander.helpDisplayed', 'commander.version'];

/**
 * Whether commander ended because it has printed the help or the version.
 * @param word the first word of the command line; without one, the help is no answer
 */
export function isAnswered({ code }: CommanderError, word: string | undefined): boolean {
  return ANSWERED.includes(code) || (code === 'commander.help' && word === 'help');
}

/** What commander found wrong, in our words: its own are English only. */
export function usageFault({ code, message }: CommanderError, { wrong }: Words): string {
  const word = /'([^']*)'/.exec(message)?.[1] ?? '';
  const option = word.split(' ')[0] ?? word;
  const meant = /\(Did you mean (?:one of )?(.+?)\?\)/.exec(message)?.[1];
  const hint = meant === undefined ? '' : ` ${wrong.didYouMean(meant)}`;
  switch (code) {
    case 'commander.unknownCommand':
      return wrong.unknownCommand(word) + hint;
    case 'commander.unknownOption':
      return wrong.unknownOption(word) + hint;
    case 'commander.missingArgument':
      return wrong.missingArgument(word);
    case 'commander.missingMandatoryOptionValue':
      return wrong.missingOption(option);
    case 'commander.optionMissingArgument':
      return wrong.missingValue(option);
    case 'commander.excessArguments':
      return wrong.tooMany;
    case 'commander.help':
      return wrong.noCommand;
    default:
      return message;
  }
}
