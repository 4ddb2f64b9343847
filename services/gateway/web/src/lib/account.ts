/** The rules of a local account, as the auth service has them: said before a form is sent. */
export const LOGIN_PATTERN = "[a-z0-9._\\-]{3,32}";
export const PASSWORD_SHORTEST = 10;
export const PASSWORD_LONGEST = 200;
export const NAME_LONGEST = 100;

/** What somebody types to confirm, compared as a reader would: outer blanks and the way of writing an accent don't matter. */
export function sameName(typed: string, name: string): boolean {
  const plain = (text: string) => text.normalize("NFC").trim().replace(/\s+/g, " ");
  return plain(typed) !== "" && plain(typed) === plain(name);
}
