/** What a text may look like, as PostgreSQL regular expressions that match the whole value. Counted in the database. */
export const FORMATS = {
  email: String.raw`^[^@\s]+@[^@\s]+\.[A-Za-z]{2,}$`,
  /** Addresses that RFC 2606 reserves: nobody's. */
  reservedEmail: String.raw`@(.+\.)?(example\.(com|org|net)|[^@]+\.(test|example|invalid|localhost))$`,
  phone: String.raw`^(\+|00?)[1-9][0-9]{0,3}[ ()./-]*([0-9][ ()./-]?){5,13}$`,
  iban: String.raw`^[A-Z]{2}[0-9]{2} ?([A-Z0-9]{4} ?){2,7}[A-Z0-9]{1,4}$`,
  card: String.raw`^(4[0-9]{3}|5[1-5][0-9]{2}|2[2-7][0-9]{2}|3[47][0-9]{2}|6[0-9]{3})[ -]?([0-9]{4}[ -]?){2}[0-9]{1,7}$`,
  name: String.raw`^[[:upper:]][[:lower:]]+([ '-][[:upper:]][[:lower:]]*\.?)+$`,
} as const;

/** What a column's own name says of it; checked before its values, which may be masked already. */
const PERSONAL_NAMES: readonly (readonly [RegExp, string])[] = [
  [/e_?mail/, "e-mail"],
  [/phone|mobile|\bfax|telefon/, "phone number"],
  [/(first|last|family|given|full|middle|maiden|sur)_?name|surname|vorname|nachname/, "name of a person"],
  [/iban|bank_?account|account_?number/, "bank account"],
  [/(credit|debit)?_?card_?(number|no)$|\bpan$/, "card number"],
  [/birth|\bdob\b/, "date of birth"],
  [/ssn|social_?security|passport|tax_?id|national_?id/, "identity number"],
  [/street|address_?line|post(al)?_?code|zip_?code/, "postal address"],
];

const FORMAT_NAMES: Readonly<Partial<Record<string, string>>> = {
  email: "e-mail",
  phone: "phone number",
  iban: "bank account",
  card: "card number",
  name: "name of a person",
};

/** Half of the values must look like it; a stray one proves nothing. */
const TELLING = 0.5;

/** What personal data a column seems to hold, by its name or by what its values look like; undefined for none. */
export function personalData(column: string, formats: Readonly<Record<string, number>>): string | undefined {
  const name = column.replace(/([a-z])([A-Z])/g, "$1_$2").toLowerCase();
  const byName = PERSONAL_NAMES.find(([pattern]) => pattern.test(name))?.[1];
  if (byName !== undefined) return byName;
  const telling = Object.entries(formats).find(
    ([format, part]) => FORMAT_NAMES[format] !== undefined && part >= TELLING,
  );
  return telling === undefined ? undefined : FORMAT_NAMES[telling[0]];
}
