/** "Business desks (broadband, handsets)" is "Business desks" where there is little room. */
export function withoutBrackets(name: string): string {
  return name.replace(/\s*[(（][^)）]*[)）]\s*$/, '') || name;
}
