/** A word that is found again in what is printed, whatever was made of the rest. */
export const marker = "q7x";

/** What terminals and build services act on, or act on differently than a reader thinks. */
export const payloads: readonly string[] = [
  `\u001b[2J${marker}`,
  `\u001b[35m${marker}`,
  `\u001b]0;${marker}\u0007`,
  `\u001b]8;;http://a.b\u001b\\${marker}`,
  `\u009b31m${marker}`,
  `${marker}\u0008\u0008\u007f`,
  `${marker}\rgone`,
  `${marker}\u0085\u2028\u2029`,
  `\u202e${marker}\u2066\u200f`,
  `${marker}\ufeff\u00ad\u200b\u{e0041}`,
  `::error::${marker}`,
  `::error file=a.md,line=1::${marker}`,
  `::add-mask::${marker}`,
  `::set-output name=a::${marker}`,
  `::stop-commands::${marker}`,
  ` \t::warning::${marker}`,
  `\u00a0::warning::${marker}`,
  `##[error]${marker}`,
  `a ##[set-env name=A]${marker}`,
  `##vso[task.setvariable variable=a]${marker}`,
  `##teamcity[message text='${marker}']`,
  `#\u200b#[error]${marker}`,
  `###[error]${marker}`,
  `%0A::error::${marker}%0D%25%0A`,
  `${marker},line=7,title=gone`,
  `${marker}::,file=a::`,
  `::error title=modelmark%3A a::${marker}`,
  `\n::error::${marker}`,
  `\r::error::${marker}`,
  `${marker}\n##[error]${marker}`,
];

/** The colours that reports have. */
const ownColors = /\p{Cc}\[(?:0|1|2|4|22|24|3[1236]|39)m/gu;

/** What of a text a terminal or a build service would act on; nothing where all is well. */
export function actedOn(text: string, isColored: boolean): string | undefined {
  const plain = isColored ? text.replace(ownColors, "") : text;
  const [control] = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.exec(plain) ?? [];
  if (control !== undefined) return `the character U+${control.codePointAt(0)?.toString(16)}`;
  for (const line of [text, plain].flatMap((each) => each.split("\n"))) {
    if (/^\s*::|##\w*\[/.test(line)) return `the line ${JSON.stringify(line.slice(0, 120))}`;
  }
  return undefined;
}
