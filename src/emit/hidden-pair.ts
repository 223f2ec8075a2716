/** Characters that are seen nowhere and need two code units: their high halves and their low ones. */
const hiddenPairs = [
  // Format controls of hieroglyphs, of shorthand and of musical notation.
  [String.raw`\ud80d`, String.raw`[\udc30-\udc3f]`],
  [String.raw`\ud82f`, String.raw`[\udca0-\udca3]`],
  [String.raw`\ud834`, String.raw`[\udd73-\udd7a]`],
  // Tags, selectors of variants and what is set aside for more of them: U+E0000 to U+E0FFF. They can spell a hidden text.
  [String.raw`[\udb40-\udb43]`, String.raw`[\udc00-\udfff]`],
] as const;

/** The pattern of either half of a character that is seen nowhere. */
export const hiddenPair: string = hiddenPairs.map(([high, low]) => `${high}(?=${low})|(?<=${high})${low}`).join("|");
